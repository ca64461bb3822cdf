import { type Change, statusOfCard, watch } from '#outbox/news.ts'
import { envelopeRow } from '#outbox/row.ts'
import { type Outbox, startOutbox } from '#outbox/start.ts'
import { withdraw } from '#outbox/withdraw.ts'
import { seal } from '#sealing/seal.ts'
import { newSeed, withdrawSecret } from '#sealing/seed.ts'
import { openStore } from '#store/database.ts'
import { NO_DRAFT } from '#store/draft.ts'
import { share } from '#store/share.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { SCHEMA_VERSION } from '#wire/envelope.ts'

/** A page without a conversation: the product's own sealing, store and outbox, worked by hand from a test. */
export interface Sender {
  /** Starts the outbox of this tab, as the resident's page does. */
  start(timeout?: number): void
  /** Seals and shares so many cards in this place; the ids, and what withdraws each. */
  share(count: number, place: { location: string; publicKey: string }): Promise<{ id: string; secret: string }[]>
  withdraw(card: { id: string; secret: string }): Promise<string>
  statuses(ids: string[]): Promise<string[]>
  /** All that open tabs were told of an id, in order. */
  heard(id: string): string[]
  /** Registers the worker and waits until it runs. */
  install(): Promise<void>
  wake(): void
}

async function makeSender(): Promise<Sender> {
  const store = await openStore()
  const heard: Change[] = []
  watch(change => heard.push(change))
  let outbox: Outbox | undefined
  const around = {
    store,
    fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
    now: () => Date.now(),
    random: () => Math.random(),
    locks: navigator.locks
  }
  return {
    start(timeout) {
      outbox = startOutbox(
        { ...around, ...(timeout === undefined ? {} : { timeout }) },
        { window, document, serviceWorker: navigator.serviceWorker }
      )
    },
    async share(count, { location, publicKey }) {
      const cards: { id: string; secret: string }[] = []
      for (let i = 0; i < count; i++) {
        const id = crypto.getRandomValues(new Uint8Array(16))
        const secret = await withdrawSecret(newSeed())
        const body = await seal(
          new TextEncoder().encode('{}'),
          {
            location: fromBase64url(location),
            epoch: 0,
            id,
            schemaVersion: SCHEMA_VERSION,
            hereNow: false,
            withdrawHash: await sha256(secret)
          },
          fromBase64url(publicKey)
        )
        const row = envelopeRow({ id: toBase64url(id), location, body }, Date.now())
        const outcome = await share(store, row, NO_DRAFT)
        if (outcome !== 'queued') throw new Error(outcome)
        cards.push({ id: row.id, secret: toBase64url(secret) })
      }
      return cards
    },
    withdraw: ({ id, secret }) => withdraw(store, id, fromBase64url(secret), Date.now()),
    statuses: ids => Promise.all(ids.map(id => statusOfCard(store, id, Date.now()))),
    heard: id => heard.filter(change => change.id === id).map(change => change.status),
    async install() {
      const policy = (
        window as unknown as {
          trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } }
        }
      ).trustedTypes?.createPolicy('sw-url', { createScriptURL: () => '/sw.js' })
      await navigator.serviceWorker.register(policy?.createScriptURL('/sw.js') ?? '/sw.js')
      await navigator.serviceWorker.ready
    },
    wake: () => outbox?.wake()
  }
}

declare global {
  interface Window {
    sender: Sender
  }
}

void makeSender().then(sender => (window.sender = sender))
