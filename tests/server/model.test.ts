import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Member } from '#server/member.ts'
import type { QueuePage } from '#wire/queue.ts'
import type { Receipt } from '#wire/receipt.ts'

import { thorough } from '#tests/thorough.ts'
import { type AnEnvelope, type APostRoom, aPostRoom, anEnvelope, DAY } from './world.ts'

const SEQUENCES = thorough ? 2_000 : 300
const CARDS = 3

type Variant = 'a' | 'b'
type Secret = Variant | 'guess'
type Command =
  | { do: 'put'; card: number; variant: Variant; times: number }
  | { do: 'withdraw'; card: number; secret: Secret }
  | { do: 'eraseAtDesk' | 'claim' | 'ask'; card: number }
  | { do: 'wait'; days: number }

const card = fc.nat(CARDS - 1)
const variant = fc.constantFrom<Variant>('a', 'b')
const commands = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('put'), card, variant, times: fc.integer({ min: 1, max: 3 }) })
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('withdraw'), card, secret: fc.constantFrom<Secret>('a', 'b', 'guess') })
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('eraseAtDesk', 'claim', 'ask'), card }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('wait'), days: fc.constantFrom(1, 31, 91) }) }
  ) as fc.Arbitrary<Command>,
  { minLength: 1, maxLength: 14 }
)

/** What the server should remember of one card; two senders made it up with the same id and other bytes. */
interface Remembered {
  readonly sent: Record<Variant, AnEnvelope>
  stands?: { variant: Variant; receipt: Receipt; actedAt: number; claimed: boolean }
  gone?: 'withdrawn' | 'expired'
  /** Withdrawals that came first, and when. */
  early: Map<Secret, number>
}

/** Runs one sequence against the server and against this page of rules; they must agree after each step. */
async function runs(room: APostRoom, ria: Member, sequence: readonly Command[], lastSeq: { value: number }) {
  const { location } = room
  const cards = Array.from({ length: CARDS }, (): Remembered => {
    const a = anEnvelope({ location })
    return { sent: { a, b: anEnvelope({ location, id: Buffer.from(a.id, 'base64url') }) }, early: new Map() }
  })
  const guess = new Uint8Array(32)

  for (const command of sequence) {
    const now = room.clock.now()
    if (command.do === 'wait') {
      room.clock.pass(command.days * DAY)
      const later = room.clock.now()
      await room.storage.erasing.expired(later)
      await room.storage.erasing.tidy(later)
      for (const it of cards) {
        if (it.stands && it.stands.actedAt + 90 * DAY <= later) {
          delete it.stands
          it.gone = 'expired'
        }
        for (const [secret, at] of it.early) if (at < later - 30 * DAY) it.early.delete(secret)
      }
      continue
    }
    const it = cards[command.card]!
    const { id } = it.sent.a
    if (command.do === 'put') {
      const { variant: which, times } = command
      const answers = await Promise.all(Array.from({ length: times }, () => room.put(it.sent[which])))
      const statuses = answers.map(i => i.status).toSorted((a, b) => a - b)
      const receipts = (await Promise.all(answers.map(i => i.json()))) as Receipt[]
      if (it.gone) expect(statuses).toEqual(Array(times).fill(410))
      else if (it.stands && it.stands.variant !== which) expect(statuses).toEqual(Array(times).fill(409))
      else if (it.stands) {
        expect(statuses).toEqual(Array(times).fill(200))
        for (const receipt of receipts) expect(receipt).toEqual(it.stands.receipt)
      } else if (it.early.has(which)) {
        expect(statuses).toEqual(Array(times).fill(410))
        it.gone = 'withdrawn'
      } else {
        expect(statuses).toEqual([...Array(times - 1).fill(200), 201])
        for (const receipt of receipts) expect(receipt).toEqual(receipts[0])
        expect(receipts[0]!.seq).toBe(++lastSeq.value)
        it.stands = { variant: which, receipt: receipts[0]!, actedAt: now, claimed: false }
      }
    } else if (command.do === 'withdraw') {
      const secret = command.secret === 'guess' ? guess : it.sent[command.secret].secret
      const { status } = await room.withdraw(it.sent.a, secret)
      if (it.gone) expect(status).toBe(200)
      else if (it.stands && it.stands.variant !== command.secret) expect(status).toBe(401)
      else if (it.stands) {
        expect(status).toBe(200)
        delete it.stands
        it.gone = 'withdrawn'
      } else {
        expect(status).toBe(202)
        if (!it.early.has(command.secret)) it.early.set(command.secret, now)
      }
    } else if (command.do === 'eraseAtDesk') {
      const { status } = await room.ask('DELETE', `/v1/desk/queue/${id}`, { who: ria })
      expect(status).toBe(it.stands ? 204 : 404)
      if (it.stands) it.gone = 'withdrawn'
      delete it.stands
    } else if (command.do === 'claim') {
      const { status } = await room.ask('POST', `/v1/desk/queue/${id}/claim`, { who: ria })
      expect(status).toBe(it.stands ? 200 : 404)
      if (it.stands && !it.stands.claimed) Object.assign(it.stands, { claimed: true, actedAt: now })
    }
    const state = it.gone ?? (it.stands ? (it.stands.claimed ? 'claimed' : 'received') : 'unknown')
    expect(await room.state(id)).toBe(state)
  }

  const page = (await (await room.ask('GET', '/v1/desk/queue', { who: ria })).json()) as QueuePage
  const standing = cards.flatMap(i => i.stands?.receipt.seq ?? []).toSorted((a, b) => a - b)
  expect(page.items.map(i => i.seq)).toEqual(standing)
  for (const it of cards) if (it.stands) await room.ask('DELETE', `/v1/desk/queue/${it.sent.a.id}`, { who: ria })
}

test(
  `doubled, reordered and withdrawn deliveries end as they should, ${SEQUENCES} times`,
  { timeout: 120_000 },
  async () => {
    // the rules are tried here, not the disk: tests/long/kill.test.ts tries that
    const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
    const room = await aPostRoom({ dir: mkdtempSync(join(memory, 'waarheen-model-')) })
    const ria = await room.colleague('Ria')
    ;(room.storage as unknown as { raw: { pragma(text: string): unknown } }).raw.pragma('synchronous = OFF')
    const lastSeq = { value: 0 }
    const property = fc.asyncProperty(commands, sequence => runs(room, ria, sequence, lastSeq))
    // a failing sequence leaves its cards behind, so that a smaller one cannot be looked for in the same room
    const result = await fc.check(property, { numRuns: SEQUENCES, endOnFailure: true })
    if (result.failed)
      throw new Error(`seed ${result.seed}: ${fc.stringify(result.counterexample)}`, { cause: result.errorInstance })
    await room.remove()
  }
)
