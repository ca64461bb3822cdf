import { columns, walk } from '#desk/queue/columns.ts'
import { call, FRESH, presence } from '#desk/queue/here.ts'
import { ringing } from '#desk/queue/bell.ts'
import { type Card, emptyQueue, queue, type QueueEvent } from '#desk/queue/queue.ts'
import { search } from '#desk/queue/search.ts'
import type { QueueItem } from '#wire/queue.ts'
import type { Summary } from '#intake/summary.ts'
import { describe, expect, test } from 'vitest'

import { anItem, aSummary } from './aTeam.ts'

const NOON = Date.parse('2026-11-03T12:00:00.000Z')
const MINUTE = 60_000
const fatma = { id: 'fatma', name: 'Fatma' }
const mo = { id: 'mo', name: 'Mohamed' }

/** A card made so many minutes ago, opened on this desk. */
function aCard(minutes: number, wishes: Partial<Summary> = {}, state: Partial<QueueItem> = {}): Card {
  const at = NOON - minutes * MINUTE
  const summary = aSummary(at, wishes)
  const hereNow = summary.contact.mode === 'here'
  return {
    item: { ...anItem(summary.id, at, hereNow), ...state },
    content: { is: 'open', summary, hereNow }
  }
}

const after = (...events: QueueEvent[]) => events.reduce(queue, emptyQueue)
const ids = (cards: readonly Card[]) => cards.map(({ item }) => item.id)

describe('the queue on a desk', () => {
  test('shows a card that arrives, without losing the others', () => {
    const [first, second] = [aCard(9), aCard(3)]
    const { cards } = after({ is: 'read', cards: [first] }, { is: 'card', card: second })
    expect([...cards.keys()]).toEqual([first.item.id, second.item.id])
  })

  test('shows that a colleague claimed, and keeps what was opened', () => {
    const card = aCard(5)
    const claimed = { ...card.item, state: 'claimed' as const, owner: mo, version: 2 }
    const { cards } = after(
      { is: 'read', cards: [card] },
      { is: 'card', card: { item: claimed, content: { is: 'sealed' } } }
    )
    expect(cards.get(card.item.id)).toEqual({ item: claimed, content: card.content })
  })

  test('is not set back by an answer that was under way for long', () => {
    const card = aCard(5)
    const newer = { item: { ...card.item, state: 'claimed' as const, owner: mo, version: 2 }, content: card.content }
    const { cards } = after({ is: 'card', card: newer }, { is: 'card', card }, { is: 'read', cards: [card] })
    expect(cards.get(card.item.id)?.item.version).toBe(2)
  })

  test('forgets an erased card, and no late answer brings it back', () => {
    const card = aCard(5)
    const { cards } = after(
      { is: 'read', cards: [card] },
      { is: 'erased', id: card.item.id },
      { is: 'card', card },
      { is: 'read', cards: [card] }
    )
    expect(cards.size).toBe(0)
  })

  test('drops what the server no longer has', () => {
    const [kept, gone] = [aCard(5), aCard(6)]
    const { cards } = after({ is: 'read', cards: [kept, gone] }, { is: 'read', cards: [kept] })
    expect([...cards.keys()]).toEqual([kept.item.id])
  })

  test('keeps a card that cannot be opened beside the others, and opens it after the key is repaired', () => {
    const good = aCard(5)
    const broken: Card = { item: anItem(aSummary(NOON).id, NOON), content: { is: 'unreadable' } }
    const before = after({ is: 'read', cards: [broken, good] })
    expect(ids(columns(before.cards.values(), fatma.id, NOON).fresh)).toContain(broken.item.id)
    const repaired = queue(before, { is: 'opened', contents: new Map([[broken.item.id, good.content]]) })
    expect(repaired.cards.get(broken.item.id)?.content.is).toBe('open')
    expect(repaired.cards.get(good.item.id)).toEqual(good)
  })

  test('holds no word of a card once the desk is locked', () => {
    const locked = after({ is: 'read', cards: [aCard(5), aCard(6)] }, { is: 'locked' })
    expect(JSON.stringify([...locked.cards.values()])).not.toContain('Samira')
    expect([...locked.cards.values()].every(({ content }) => content.is === 'sealed')).toBe(true)
  })
})

describe('who waits here now', () => {
  test('is here for an hour, and then was here', () => {
    const card = aCard(0)
    expect(presence(card, NOON + FRESH - 1)).toEqual({ is: 'here', since: NOON })
    expect(presence(card, NOON + FRESH)).toEqual({ is: 'was', at: NOON })
  })

  test('a card that waited two hours on an offline tablet does not ring', () => {
    const card = aCard(120)
    const late = { ...card, item: { ...card.item, receivedAt: NOON } }
    expect(presence(late, NOON)?.is).toBe('was')
    expect(call(late, NOON)).toBeUndefined()
  })

  test('a tablet whose clock runs ahead cannot keep somebody here for ever', () => {
    const card = aCard(-600)
    const item = { ...card.item, receivedAt: NOON }
    expect(presence({ ...card, item }, NOON + FRESH)?.is).toBe('was')
  })

  test('a server that says so by itself is not believed: the flag stands under the seal', () => {
    const card = aCard(1, { contact: { mode: 'back' } })
    expect(presence({ ...card, item: { ...card.item, hereNow: true } }, NOON)).toBeUndefined()
  })

  test('a claim silences, and so does "Niet meer hier"', () => {
    const card = aCard(1)
    expect(call(card, NOON)).toBe('here')
    expect(call({ ...card, item: { ...card.item, state: 'claimed', owner: mo } }, NOON)).toBeUndefined()
    expect(call({ ...card, item: { ...card.item, hereNow: false } }, NOON)).toBeUndefined()
  })

  test('rings on a locked desk too, without knowing why somebody came', () => {
    const { item } = aCard(1)
    const sealed: Card = { item, content: { is: 'sealed' } }
    expect(ringing([sealed], new Set(), NOON)).toEqual([{ id: item.id, why: 'here' }])
  })

  test('rings for who would rather talk, before the others, until it is silenced here', () => {
    const talk = aCard(2, { scope: 'talk' })
    const here = aCard(9)
    expect(ringing([here, talk], new Set(), NOON).map(({ why }) => why)).toEqual(['talk', 'here'])
    expect(ringing([here, talk], new Set([talk.item.id]), NOON)).toEqual([{ id: here.item.id, why: 'here' }])
  })
})

describe('the board', () => {
  const mine = aCard(400, {}, { state: 'claimed', owner: fatma })
  const theirs = aCard(500, {}, { state: 'claimed', owner: mo })
  const done = aCard(600, {}, { state: 'closed', owner: mo, outcome: 'talked' })

  test('puts each card in one column', () => {
    const [here, fresh] = [aCard(5), aCard(90)]
    const board = columns([done, theirs, mine, fresh, here], fatma.id, NOON)
    expect(Object.values(board).map(ids)).toEqual([here, fresh, mine, theirs, done].map(card => [card.item.id]))
    expect(ids(walk(board))).toEqual(ids([here, fresh, mine, theirs, done]))
  })

  test('puts who waits longest on top, whatever they want and speak', () => {
    const long = aCard(300, { direction: ['direction.rest'], lang: 'nl', contact: { mode: 'back' } })
    const short = aCard(200, { direction: ['direction.work'], lang: 'en', contact: { mode: 'back' } })
    for (const cards of [
      [long, short],
      [short, long]
    ])
      expect(ids(columns(cards, fatma.id, NOON).fresh)).toEqual(ids([long, short]))
  })
})

describe('search by code', () => {
  const bike = aCard(1, { code: { word: 'codeWord.bicycle', digits: '482' } })
  const bike2 = aCard(2, { code: { word: 'codeWord.bicycle', digits: '119' } })
  const bread = aCard(3, { code: { word: 'codeWord.bread', digits: '482' } })
  const words: Record<string, string[]> = { 'codeWord.bicycle': ['Fiets', 'Bicycle'], 'codeWord.bread': ['Brood'] }
  const find = (typed: string) => ids(search([bike, bike2, bread], typed, code => words[code]!))

  test('finds by word, by digits and by both, in any order', () => {
    expect(find('fiets')).toEqual(ids([bike, bike2]))
    expect(find('482')).toEqual(ids([bike, bread]))
    expect(find('482 FIE')).toEqual(ids([bike]))
    expect(find('bicycle 1')).toEqual(ids([bike2]))
  })

  test('finds nothing for nothing, and never a name', () => {
    expect(find('  ')).toEqual([])
    expect(find('samira')).toEqual([])
  })

  test('shows all who happen to have the same code', () => {
    const twin = aCard(4, { code: { word: 'codeWord.bicycle', digits: '482' }, name: 'Yonas' })
    expect(search([bike, twin], 'fiets 482', () => ['Fiets'])).toHaveLength(2)
  })
})
