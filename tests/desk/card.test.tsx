// @vitest-environment happy-dom
import { CardPage } from '#desk/card/CardPage.tsx'
import { countWords, rowsOf } from '#desk/card/rows.ts'
import { said } from '#desk/card/said.ts'
import type { Card } from '#desk/queue/queue.ts'
import { BoardItem } from '#desk/board/BoardItem.tsx'
import { guideOf } from '#intake/guide.ts'
import { summaryLines } from '#intake/lines.ts'
import type { Summary } from '#intake/summary.ts'
import { parseSummary } from '#intake/summary.ts'
import { summaryBytes } from '#intake/summaryBytes.ts'
import { languageOf } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import english from '#locales/en/resident.json'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'

import { dutch, InDutch } from './aDesk.tsx'
import { anItem, aSummary, tidySummary } from './aTeam.ts'
import { payloads } from './payloads.ts'

afterEach(cleanup)
const { t } = dutch
const NOW = Date.parse('2026-11-03T12:00:00.000Z')
const MINUTE = 60_000

function cardOf(summary: Summary, state: Partial<Card['item']> = {}): Card {
  const hereNow = summary.contact.mode === 'here'
  return {
    item: { ...anItem(summary.id, Date.parse(summary.createdAt), hereNow), ...state },
    content: { is: 'open', summary, hereNow }
  }
}

/** One card on the desk, in Dutch; the acts do nothing. */
function read(summary: Summary) {
  const acts = {
    busy: false,
    changed: undefined,
    forget: () => {},
    act: () => Promise.resolve(true),
    erase: () => Promise.resolve(true)
  }
  return render(
    <InDutch>
      <CardPage
        card={cardOf(summary)}
        summary={summary}
        hereNow={summary.contact.mode === 'here'}
        me="me"
        coordinator
        place="Werkwinkel Overvecht"
        now={NOW}
        live
        acts={acts}
        onBack={() => {}}
      />
    </InDutch>
  )
}

/** Everything a resident can share, and almost nothing. */
const everything: Partial<Summary> = {
  contact: { mode: 'phone', phone: '+31612345678' },
  followup: 'two',
  direction: ['direction.other', 'direction.work'],
  directionText: 'Met dieren werken',
  step: {
    code: 'step.own',
    text: 'Naar de boerderij',
    when: 'when.next',
    with: 'with.known',
    sure: 'sure.toobig',
    smaller: 'ask'
  },
  strength: ['strength.cook', 'strength.other'],
  strengthText: 'Vertalen',
  change: [{ area: 'area.work', level: 1 }, { area: 'area.money' }],
  week: ['week.home'],
  support: ['support.none'],
  load: ['load.language', 'load.money'],
  assisted: true
}
const nothing: Partial<Summary> = Object.fromEntries(
  ['name', 'speaks', 'direction', 'drive', 'step', 'ask', 'strength', 'good', 'change', 'talkInPerson'].map(key => [
    key,
    undefined
  ])
)
const summaries = [
  aSummary(NOW),
  aSummary(NOW, everything),
  aSummary(NOW, { ...nothing, scope: 'talk' }),
  aSummary(NOW, { scope: 'step', drive: undefined, strength: undefined, good: [], change: [] } as never),
  aSummary(NOW, { scope: 'pick', speaks: 'other', lang: 'nl', followup: 'month' })
].map(tidySummary)

test('every line the preview showed stands on the desk, with the same words, on a tap', async () => {
  const seen = wordsOf(languageOf('en'), english)
  for (const summary of summaries) {
    read({ ...summary, lang: 'en' })
    fireEvent.click(screen.getByRole('button', { name: new RegExp(t('pro.card.asShown')) }))
    await waitFor(() => expect(document.querySelector('[data-shown]')).not.toBeNull())
    const lines = summaryLines({ ...summary, lang: 'en' })
    const shown = [...document.querySelectorAll('[data-shown]')]
    expect(new Set(shown.map(line => line.getAttribute('data-shown')))).toEqual(new Set(lines.map(({ id }) => id)))
    for (const line of lines) {
      const text = document.querySelector(`[data-shown="${line.id}"]`)!.textContent!
      const t = (key: string) => seen.t(key, { place: 'Werkwinkel Overvecht' })
      expect(text).toContain(t(line.label))
      for (const value of line.values) expect(text).toContain(said(value, { t }))
    }
    cleanup()
  }
})

test('the desk shows the answers in Dutch, in the fixed order, each with its own row', () => {
  read(summaries[1]!)
  const rows = [...document.querySelectorAll('[data-row]')].map(row => row.getAttribute('data-row'))
  expect(rows).toEqual([
    'direction',
    'step',
    'ask',
    'strength',
    'good',
    'change',
    'talkInPerson',
    'again',
    'week',
    'support',
    'load'
  ])
  const own = [...document.querySelectorAll('bdi')].map(text => text.textContent)
  expect(own).toEqual(expect.arrayContaining(['Met dieren werken', 'Naar de boerderij', 'Vertalen']))
})

test('no line of a summary can fall out of the sheet', () => {
  for (const summary of summaries) {
    const lines = summaryLines(summary)
    const { first, second, around } = rowsOf(lines)
    const placed = [...first, ...second].flatMap(row => row.lines).concat(around)
    expect(new Set(placed)).toEqual(new Set(lines))
    expect(placed).toHaveLength(lines.length)
  }
  const later = { id: 'later', label: 'card.later', values: [{ text: 'x' }] } as never
  expect(rowsOf([later]).second.map(({ id }) => id)).toEqual(['later'])
})

test('a card as people fill it in has at most seventy words', () => {
  const rows = rowsOf(summaryLines(summaries[0]!))
  const labels = rows.first.map(({ label }) => (label === undefined ? '' : t(label))).join(' ')
  expect(countWords(rows.first, dutch) + labels.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(70)
})

test('what was not shared leaves no trace: only the same grey sentence as always', () => {
  const empty = tidySummary(aSummary(NOW, { ...nothing, good: [], direction: [] }))
  const absent = tidySummary(aSummary(NOW, nothing))
  const texts = [empty, absent].map(summary => {
    read({ ...summary, id: absent.id })
    const text = document.querySelector('.dcard')!.textContent
    cleanup()
    return text
  })
  expect(texts[0]).toBe(texts[1])
  expect(texts[0]).toContain(t('pro.card.notShared'))
})

test('the guide follows the card, and a professional walks it stone by stone', () => {
  read(summaries[0]!)
  const stones = [...document.querySelectorAll('.guide__path li')]
  expect(stones).toHaveLength(guideOf(summaries[0]!).length)
  expect(stones[0]!.textContent).toBe(t('pro.guide.open'))
  expect(document.querySelector('.guide__path')!.textContent).toContain('‘Koken’')
  fireEvent.click(stones[2]!.querySelector('button')!)
  expect(document.querySelectorAll('.is-laid')).toHaveLength(2)
  fireEvent.keyDown(document.body, { key: 'n' })
  expect(stones[3]!.className).toBe('is-here')
})

test('the reversed test has no field: it helps to think, and keeps nothing', () => {
  read(summaries[0]!)
  fireEvent.click(screen.getByRole('button', { name: t('pro.reverse.title') }))
  const panel = screen.getByRole('complementary', { name: t('pro.reverse.title') })
  expect(panel.textContent).toContain(t('pro.reverse.q1'))
  expect(panel.querySelector('input, textarea')).toBeNull()
})

test('whatever a resident types is shown letter by letter, and is nothing but text', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(60)
  for (const payload of payloads) {
    const cut = Array.from(payload).slice(0, 40).join('').trim()
    const summary = aSummary(NOW, {
      name:
        Array.from(cut.replaceAll(/\p{Nd}/gu, ''))
          .slice(0, 20)
          .join('')
          .trim() || undefined,
      direction: ['direction.other'],
      directionText: cut,
      step: { code: 'step.own', text: cut },
      strength: ['strength.other'],
      strengthText: cut
    } as never)
    // what the wall lets through is what can reach the screen
    const parsed = parseSummary(summaryBytes(summary))
    const content = typeof parsed === 'string' ? summary : parsed
    read(content)
    const texts = [...document.querySelectorAll('bdi')].map(text => text.textContent)
    expect(texts.filter(text => text === cut).length).toBeGreaterThanOrEqual(3)
    expect(
      document.querySelectorAll('script, iframe, img, object, embed, style, base, form, [onerror], [onload]')
    ).toHaveLength(0)
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^tel:\+\d+$/)
    cleanup()
  }
})

test('a row of the board says code, name, where to, what is asked, language and time, in that order', () => {
  const summary = aSummary(NOW - 12 * MINUTE, { speaks: 'ar', ask: ['ask.along'] })
  const item = (card: Card, now = NOW, live = true) =>
    render(
      <InDutch>
        <BoardItem card={card} me="me" now={now} live={live} on={false} onOpen={() => {}} />
      </InDutch>
    ).container.textContent
  expect(item(cardOf(summary))).toBe(
    'Fiets 482 Samira12 minVrijwilligerswerk · Beter NederlandsEen keer met mij meegaanالعربية ArabischNieuw'
  )
  expect(item(cardOf(summary), NOW, false)).toMatch(/sinds \d\d:\d\d/)
  expect(item(cardOf(summary), NOW + 2 * 60 * MINUTE)).toMatch(/was hier om \d\d:\d\d/)
  const mine = cardOf(summary, { state: 'claimed', owner: { id: 'me', name: 'Fatma' } })
  expect(item(mine)).toContain(t('pro.board.mineState'))
})
