import 'fake-indexeddb/auto'

import { describe, expect, test, vi } from 'vitest'
import { DRAFT_HOUR, findDraft, keepDraft, readDraft } from '#resident/visit/keepDraft.ts'
import { oneTab } from '#resident/visit/oneTab.ts'
import { openStore } from '#store/database.ts'
import { envelopeRow } from '#outbox/row.ts'
import { share } from '#store/share.ts'
import { aSetting, atTheFirstQuestion } from '#tests/intake/aResident.ts'

const NOW = 1_800_000_000_000
let names = 0
const aDrawer = () => openStore({ name: `visit ${++names}` })
const row = (id: string) => envelopeRow({ id, location: 'place', body: new Uint8Array(4252) }, NOW)

describe('a visit that is being kept', () => {
  const { visit } = atTheFirstQuestion({ device: 'phone' }).says('area.home').taps('area.money')

  test('on an own phone goes on after a reload, with the same answers', async () => {
    const store = await aDrawer()
    const keeper = keepDraft({ store, kind: 'phone', now: () => NOW })
    keeper.keep(visit)
    await keeper.version()
    const kept = await findDraft(store, 'phone', NOW + 1000)
    const again = kept && (await readDraft(kept, aSetting({ device: 'phone' })))
    expect(again).toMatchObject({ page: visit.page, answers: visit.answers })
  })

  test('on an own phone is gone after an hour', async () => {
    const store = await aDrawer()
    const keeper = keepDraft({ store, kind: 'phone', now: () => NOW })
    keeper.keep(visit)
    await keeper.version()
    expect(await findDraft(store, 'phone', NOW + DRAFT_HOUR)).toBeUndefined()
    expect(await store.draft.get()).toBeUndefined()
  })

  test('on a tablet leaves a thief noise without a key', async () => {
    const store = await aDrawer()
    const keeper = keepDraft({ store, kind: 'tablet', now: () => NOW })
    keeper.keep(visit)
    await keeper.version()
    const draft = await store.draft.get()
    expect(draft).toBeDefined()
    expect(draft?.key).toBeUndefined()
    expect(Buffer.from(draft!.sealed).toString('latin1')).not.toContain('area.')
    expect(await findDraft(store, 'tablet', NOW)).toBeUndefined()
  })

  test('that was shared and taken back before the page knew is kept anew, and may be shared', async () => {
    const store = await aDrawer()
    const keeper = keepDraft({ store, kind: 'phone', now: () => NOW })
    keeper.keep(visit)
    expect(await share(store, row('a'), await keeper.version())).toBe('queued')
    keeper.taken()
    keeper.keep({ ...visit, name: 'Samira' })
    const version = await keeper.version()
    expect((await store.draft.get())?.version).toBe(version)
    expect(await share(store, row('b'), version)).toBe('queued')
  })

  test('writes the last of many taps, and the version that sharing compares is the one that stands', async () => {
    const store = await aDrawer()
    const keeper = keepDraft({ store, kind: 'phone', now: () => NOW })
    for (let i = 0; i < 20; i++) keeper.keep({ ...visit, name: `Sam${'a'.repeat(i)}` })
    const version = await keeper.version()
    expect((await store.draft.get())?.version).toBe(version)
    const kept = await findDraft(store, 'phone', NOW)
    expect(await readDraft(kept!, aSetting())).toMatchObject({ name: `Sam${'a'.repeat(17)}` })
    expect(await share(store, row('a'), version)).toBe('queued')
  })

  test('is kept anew after sharing, so that a phone still has its code after a reload', async () => {
    const store = await aDrawer()
    const keeper = keepDraft({ store, kind: 'phone', now: () => NOW })
    keeper.keep(visit)
    await share(store, row('b'), await keeper.version())
    const shared = { id: 'b', code: { word: 'codeWord.tree', digits: '123' }, seed: 's' } as const
    keeper.keep({ ...visit, page: 'code', shared })
    await keeper.version()
    const kept = await findDraft(store, 'phone', NOW)
    expect(await readDraft(kept!, aSetting())).toMatchObject({ page: 'code', shared })
  })

  test('that another tab shared is not kept anew here, so that it can never be shared twice', async () => {
    const store = await aDrawer()
    const keeper = keepDraft({ store, kind: 'phone', now: () => NOW })
    keeper.keep(visit)
    expect(await share(store, row('there'), await keeper.version())).toBe('queued')
    for (const name of ['Sam', 'Samira']) {
      keeper.keep({ ...visit, name })
      expect(await share(store, row('here'), await keeper.version())).toBe('changed')
    }
    expect(await store.draft.get()).toBeUndefined()
    expect(await store.outbox.all()).toHaveLength(1)
  })

  test('that is forgotten is not written again by a tap that was still on its way', async () => {
    const store = await aDrawer()
    const keeper = keepDraft({ store, kind: 'phone', now: () => NOW })
    keeper.keep(visit)
    await keeper.forget()
    keeper.keep(visit)
    await keeper.version()
    expect(await store.draft.get()).toBeUndefined()
  })
})

describe('a second tab', () => {
  test('says that the first one has the visit, and goes on when that one is closed', async () => {
    vi.useFakeTimers()
    const waiting: (() => void)[] = []
    // as the browser has them: one holder at a time, the others in line
    const locks = {
      request: (_: string, work: () => Promise<unknown>) => {
        waiting.push(() => void work())
        if (waiting.length === 1) waiting[0]!()
        return new Promise(() => undefined)
      }
    } as unknown as LockManager
    const taken = vi.fn<() => void>()
    await oneTab(locks, taken)
    let on = false
    void oneTab(locks, taken).then(() => (on = true))
    await vi.advanceTimersByTimeAsync(700)
    expect(taken).toHaveBeenCalledOnce()
    expect(on).toBe(false)
    waiting[1]!()
    await vi.advanceTimersByTimeAsync(0)
    expect(on).toBe(true)
    vi.useRealTimers()
  })
})
