import 'fake-indexeddb/auto'

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { summaryLines } from '#intake/lines.ts'
import { parseSummary, type Summary } from '#intake/summary.ts'
import { summarise } from '#intake/summarise.ts'
import type { Shared, Visit } from '#intake/visit.ts'
import { submit, submitTalk } from '#resident/sharing/submit.ts'
import { takeBack } from '#resident/sharing/takeBack.ts'
import { open } from '#sealing/open.ts'
import { withdrawSecret } from '#sealing/seed.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import type { Store } from '#store/database.ts'
import type { OutboxRow } from '#store/outbox.ts'
import { ENVELOPE_LENGTH, type Header, readHeader } from '#wire/envelope.ts'
import { visits } from '#tests/intake/anyVisit.ts'
import { made, samiraConfirms } from '#tests/intake/aResident.ts'
import { aDevice, aPlace, aServerThatKeeps, onAFullDisk, withDraft } from './aPlace.ts'

const samira = () => samiraConfirms().visit
const sharedOf = (outcome: Awaited<ReturnType<typeof submit>>): Shared => {
  if (outcome.kind !== 'shared') throw new Error(outcome.kind)
  return outcome.shared
}

async function rowOf(store: Store, id: string): Promise<OutboxRow> {
  const row = await store.outbox.get(id, 'envelope')
  if (typeof row !== 'object') throw new Error(row ?? 'no such row')
  return row
}

describe('a resident says "Ja, delen"', () => {
  test('and the team opens exactly the lines of the preview, whoever shares whatever', async () => {
    const place = await aPlace()
    const device = await aDevice()
    await fc.assert(
      fc.asyncProperty(visits, async visit => {
        const sharing: Visit = visit.share === undefined ? { ...visit, share: 'share.card' } : visit
        const shared = sharedOf(await submit(sharing, place, device))
        const row = await rowOf(device.store, shared.id)
        expect(row.body).toHaveLength(ENVELOPE_LENGTH)
        const opened = await open(row.body, place.keys)
        const summary = parseSummary(opened === 'unreadable' ? new Uint8Array() : opened.plaintext) as Summary
        expect(summaryLines(summary)).toEqual(summaryLines(summarise(sharing, made)))
        expect(summary.id).toBe(shared.id)
        expect(summary.code).toEqual(shared.code)
      }),
      { numRuns: 40 }
    )
  })

  test('and the draft goes in the moment in which the envelope is queued', async () => {
    const device = await withDraft(await aDevice())
    const shared = sharedOf(await submit(samira(), await aPlace(), device))
    expect(await device.store.draft.get()).toBeUndefined()
    expect((await device.store.outbox.all()).map(row => row.id)).toEqual([shared.id])
    expect(device.woken).toBe(1)
  })

  test('twice at once, and one card is queued', async () => {
    const device = await withDraft(await aDevice())
    const place = await aPlace()
    const visit = samira()
    const outcomes = await Promise.all([submit(visit, place, device), submit(visit, place, device)])
    expect(outcomes.map(i => i.kind).sort()).toEqual(['elsewhere', 'shared'])
    expect(await device.store.outbox.all()).toHaveLength(1)
  })

  test('in a window whose visit went on in another one, and nothing is shared', async () => {
    const device = await withDraft(await aDevice())
    const seen = await device.draftVersion()
    await withDraft(device)
    const outcome = await submit(samira(), await aPlace(), { ...device, draftVersion: async () => seen })
    expect(outcome).toEqual({ kind: 'elsewhere' })
    expect(await device.store.outbox.all()).toEqual([])
    expect(await device.store.draft.get()).toBeDefined()
  })

  test('at the tablet, and only the bell, the place and the id stand outside the seal', async () => {
    const place = await aPlace()
    const device = await aDevice({ kind: 'tablet' })
    const shared = sharedOf(await submit(samira(), place, device))
    const row = await rowOf(device.store, shared.id)
    const header = readHeader(row.body) as Header
    expect(toBase64url(header.location)).toBe(place.id)
    expect(toBase64url(header.id)).toBe(shared.id)
    expect(header.hereNow).toBe(true)
    expect(header.epoch).toBe(place.card.epoch)
    expect(header.withdrawHash).toEqual(await sha256(await withdrawSecret(fromBase64url(shared.seed))))
  })

  test('on a full disk with network, and it is called shared only after a receipt for these bytes', async () => {
    const server = aServerThatKeeps()
    const device = await aDevice({ fetch: server.fetch })
    const shared = sharedOf(await submit(samira(), await aPlace(), { ...device, store: onAFullDisk(device.store) }))
    expect(shared.direct).toBe(true)
    expect(server.kept).toHaveLength(1)
  })

  test('on a full disk without network, and nothing is called shared', async () => {
    const device = await withDraft(await aDevice())
    const outcome = await submit(samira(), await aPlace(), { ...device, store: onAFullDisk(device.store) })
    expect(outcome.kind).toBe('not-saved')
    expect(await device.store.draft.get()).toBeDefined()
  })

  test('in a browser that keeps nothing, and without network nothing is called shared', async () => {
    const device = await aDevice()
    const store = { ...device.store, lasting: false }
    expect((await submit(samira(), await aPlace(), { ...device, store })).kind).toBe('not-saved')
    expect(await device.store.outbox.all()).toEqual([])
  })

  test('behind a café page that answers everything with its own, and nothing is called shared', async () => {
    const portal = async () => new Response('<p>Welkom', { status: 200 })
    const device = await aDevice({ fetch: portal as unknown as typeof fetch })
    const store = onAFullDisk(device.store)
    expect((await submit(samira(), await aPlace(), { ...device, store })).kind).toBe('not-saved')
  })
})

describe('a resident whose device cannot keep the card', () => {
  test('tries again, and the server gets the same envelope, not a second card', async () => {
    const server = aServerThatKeeps()
    let answers = false
    const tried: Uint8Array[] = []
    const fetch: typeof globalThis.fetch = async (path, request) => {
      tried.push(request!.body as Uint8Array)
      // it arrives, and the answer is lost
      if (answers) return server.fetch(path, request)
      throw new TypeError('cut off')
    }
    const device = await aDevice({ fetch })
    const here = { ...device, store: onAFullDisk(device.store) }
    const place = await aPlace()
    const first = await submit(samira(), place, here)
    answers = true
    const second = await submit(samira(), place, here, first.kind === 'not-saved' ? first.sealed : undefined)
    expect(second.kind).toBe('shared')
    expect(tried[1]).toEqual(tried[0])
  })
})

describe('a resident who rather talks', () => {
  test('calls somebody with the languages alone, and may still go on with the visit', async () => {
    const place = await aPlace()
    const device = await withDraft(await aDevice({ kind: 'tablet' }))
    const shared = sharedOf(await submitTalk(samira(), place, device))
    const row = await rowOf(device.store, shared.id)
    const opened = await open(row.body, place.keys)
    if (opened === 'unreadable') throw new Error(opened)
    expect(opened.header.hereNow).toBe(true)
    const summary = parseSummary(opened.plaintext) as Summary
    expect(Object.keys(summary).sort()).toEqual(
      ['code', 'consent', 'contact', 'createdAt', 'flow', 'followup', 'id', 'lang', 'scope', 'speaks', 'v'].sort()
    )
    expect(await device.store.draft.get()).toBeDefined()
  })
})

describe('a resident takes the card back', () => {
  test('before anything left the device: it is nowhere any more', async () => {
    const device = await aDevice()
    const shared = sharedOf(await submit(samira(), await aPlace(), device))
    expect(await takeBack(shared, device)).toBe('gone')
    expect(await device.store.outbox.all()).toEqual([])
  })

  test('without network after it left: the request waits with its proof', async () => {
    const device = await aDevice()
    const shared = sharedOf(await submit(samira(), await aPlace(), device))
    await device.store.outbox.change(shared.id, 'envelope', row => row && { ...row, attempts: 1 })
    expect(await takeBack(shared, device)).toBe('queued')
    const [row, ...others] = await device.store.outbox.all()
    expect(others).toEqual([])
    expect(row?.kind).toBe('withdrawal')
    expect(row?.body).toEqual(await withdrawSecret(fromBase64url(shared.seed)))
  })

  test('on a full disk: at once over the network, or it is said that it failed', async () => {
    const server = aServerThatKeeps()
    const device = await aDevice({ fetch: server.fetch })
    const store = onAFullDisk(device.store)
    const shared = sharedOf(await submit(samira(), await aPlace(), { ...device, store }))
    expect(await takeBack(shared, { ...device, store })).toBe('gone')
    expect(server.withdrawn).toEqual([shared.id])
    const alone = await aDevice()
    expect(await takeBack(shared, { ...alone, store: onAFullDisk(alone.store) })).toBe('failed')
  })
})
