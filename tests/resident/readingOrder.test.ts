import { describe, expect, test } from 'vitest'

import { readingOrder, type Shown } from '#resident/aloud/order.ts'

const shown = (...keys: string[]): Shown[] => keys.map(key => ({ key, text: `the ${key}` }))
const own = (text: string, lang?: string): Shown => ({ key: '', text, ...(lang ? { lang } : {}) })
const key = (name: string) => ({ key: name })

describe('what is read of a page', () => {
  test('comes in the order of the conversation, wherever it stands', () => {
    const order = readingOrder([key('notice'), key('title'), key('tile')], shown('title', 'tile', 'notice'))
    expect(order).toEqual([
      { say: key('notice'), at: 2 },
      { say: key('title'), at: 0 },
      { say: key('tile'), at: 1 }
    ])
  })

  test('is never what the page does not show', () => {
    expect(readingOrder([key('title'), key('gone')], shown('title'))).toEqual([{ say: key('title'), at: 0 }])
  })

  test('keeps the numbers that fill it', () => {
    const line = { key: 'confirm.keep', values: { count: 90 } }
    expect(readingOrder([line], shown('confirm.keep'))).toEqual([{ say: line, at: 0 }])
  })

  test('marks the same words where they stand: once in each line', () => {
    const order = readingOrder(
      [key('card.good'), key('area.home'), key('card.change'), key('area.home')],
      shown('card.good', 'area.home', 'card.change', 'area.home')
    )
    expect(order.map(i => i.at)).toEqual([0, 1, 2, 3])
  })

  test('finds words of the resident’s own', () => {
    const order = readingOrder([{ text: 'Fluiten' }, { text: 'Iets anders' }], [own('Fluiten')])
    expect(order).toEqual([{ say: { text: 'Fluiten' }, at: 0 }])
  })

  test('has what only the page knows, such as how far sending is, where it stands', () => {
    const order = readingOrder(
      [key('code.title'), key('code.got')],
      [...shown('code.title', 'sync.sent'), own('الدارجة', 'ary'), ...shown('code.got')]
    )
    expect(order.map(i => i.say)).toEqual([
      key('code.title'),
      key('sync.sent'),
      { text: 'الدارجة', lang: 'ary' },
      key('code.got')
    ])
  })

  test('begins with the title, whatever stands above it', () => {
    const order = readingOrder([key('title'), key('tile')], shown('lang.machineNote', 'title', 'tile'))
    expect(order.map(i => i.say)).toEqual([key('title'), key('tile'), key('lang.machineNote')])
  })

  test('is a page of its own where nothing of the conversation is shown', () => {
    const order = readingOrder([key('code.title')], shown('withdraw.title', 'withdraw.body'))
    expect(order.map(i => i.say)).toEqual([key('withdraw.title'), key('withdraw.body')])
  })
})
