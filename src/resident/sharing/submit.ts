import { pickupCode } from '#intake/code.ts'
import { isHereNow } from '#intake/sharing.ts'
import { type Made, summarise, talkSummary } from '#intake/summarise.ts'
import type { Summary } from '#intake/summary.ts'
import { summaryBytes } from '#intake/summaryBytes.ts'
import type { Shared, Visit } from '#intake/visit.ts'
import { bearerOf } from '#outbox/bearer.ts'
import { deliver } from '#outbox/deliver.ts'
import { envelopeRow } from '#outbox/row.ts'
import { seal } from '#sealing/seal.ts'
import { newSeed, withdrawSecret } from '#sealing/seed.ts'
import type { OutboxRow } from '#store/outbox.ts'
import { share } from '#store/share.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { SCHEMA_VERSION } from '#wire/envelope.ts'

import type { Device, PlaceHere } from '../page.ts'
import { takeBack } from './takeBack.ts'

/** How "Ja, delen" ended. */
export type Submitted =
  /** In the outbox of this device, or (`direct`) already with the server. */
  | { readonly kind: 'shared'; readonly shared: Shared }
  /** Another window of this device changed or shared this visit: it goes on there. */
  | { readonly kind: 'elsewhere' }
  /** Whoever tapped "Ja, delen" had left the page before it was done: it was taken back. */
  | { readonly kind: 'left' }
  /** This device cannot keep it and the server did not confirm it: try again with the same envelope. */
  | { readonly kind: 'not-saved'; readonly sealed: Sealed }

/** A sealed envelope in memory. The same one is tried again, because a lost answer may mean that it did arrive. */
export interface Sealed {
  readonly row: OutboxRow
  readonly shared: Shared
}

type Here = Pick<Device, 'store' | 'fetch' | 'now' | 'random' | 'draftVersion' | 'draftTaken' | 'wake'> &
  Pick<Made, 'shown'>

/**
 * Shares a card: the visit becomes a summary, the summary becomes bytes, the bytes are sealed for the team, and one
 * strict transaction puts the envelope in the outbox and takes the draft away. The draft's version is read before
 * anything is sealed, so what is queued is what the resident saw.
 *
 * @param again what an attempt before this one could not save, of the same unchanged visit
 * @param gone true once the page that asked has been left: a "nee" after the "ja" holds, however slow the disk is
 */
export async function submit(
  visit: Visit,
  place: Pick<PlaceHere, 'card'>,
  here: Here,
  again?: Sealed,
  gone: () => boolean = () => false
): Promise<Submitted> {
  const version = await here.draftVersion()
  const sealed = again ?? (await sealUp(summarise(visit, make(here)), isHereNow(visit), place, here))
  // a store that goes with the page keeps nothing, so nothing may be called kept
  const outcome = here.store.lasting ? await share(here.store, sealed.row, version) : 'missing'
  if (outcome === 'changed') return { kind: 'elsewhere' }
  const queued = outcome === 'queued'
  const ended: Submitted = queued ? { kind: 'shared', shared: sealed.shared } : await direct(sealed, here)
  if (gone()) {
    if (queued) here.draftTaken()
    await takeBack(sealed.shared, here)
    return { kind: 'left' }
  }
  if (queued) here.wake()
  return ended
}

/**
 * "Roep iemand": an envelope with the languages and nothing else, that rings when it comes from a tablet. The draft
 * stays, because whoever rather talks may still go on.
 */
export async function submitTalk(visit: Visit, place: Pick<PlaceHere, 'card'>, here: Here): Promise<Submitted> {
  const sealed = await sealUp(talkSummary(visit, make(here)), visit.setting.device === 'tablet', place, here)
  const { row } = sealed
  const outcome = here.store.lasting ? await here.store.outbox.change(row.id, row.kind, () => row) : 'missing'
  if (outcome !== 'kept') return direct(sealed, here)
  here.wake()
  return { kind: 'shared', shared: sealed.shared }
}

/** A new id, a pickup code and the time, beside what is on the screen. */
export function make({ random, now, shown }: Pick<Here, 'random' | 'now' | 'shown'>): Made {
  const fraction = () => new DataView(random(4).buffer).getUint32(0) / 2 ** 32
  return { id: toBase64url(random(16)), code: pickupCode(fraction), at: now(), shown }
}

async function sealUp(
  summary: Summary,
  hereNow: boolean,
  { card }: Pick<PlaceHere, 'card'>,
  { now }: Pick<Here, 'now'>
): Promise<Sealed> {
  const seed = newSeed()
  const { id, code } = summary
  const header = {
    location: card.location,
    epoch: card.epoch,
    id: fromBase64url(id),
    schemaVersion: SCHEMA_VERSION,
    hereNow,
    withdrawHash: await sha256(await withdrawSecret(seed))
  }
  const body = await seal(summaryBytes(summary), header, card.hpkePublic)
  return {
    row: envelopeRow({ id, location: toBase64url(card.location), body }, now()),
    shared: { id, code, seed: toBase64url(seed) }
  }
}

/** Straight from memory to the server, once. Only its verified receipt makes this "gedeeld". */
async function direct(sealed: Sealed, { store, fetch, now }: Here): Promise<Submitted> {
  const outcome = await deliver(sealed.row, { fetch, now, bearer: await bearerOf(store) })
  // it may have arrived all the same: counted, so that a later withdrawal is told to the server too
  const tried = { ...sealed, row: { ...sealed.row, attempts: sealed.row.attempts + 1 } }
  if (outcome.kind !== 'delivered') return { kind: 'not-saved', sealed: tried }
  await store.draft.forget()
  return { kind: 'shared', shared: { ...sealed.shared, direct: true } }
}
