// @vitest-environment happy-dom
import 'fake-indexeddb/auto'

import { act, cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { type Spoken, speakable } from '#intake/speakable.ts'
import type { Visit } from '#intake/visit.ts'
import texts from '#locales/nl/resident.json'
import { readingOrder } from '#resident/aloud/order.ts'
import { shownBy, textsOn } from '#resident/aloud/pointer.ts'
import type { Clips } from '#speech/clips.ts'
import { atTheFirstQuestion, samira, samiraConfirms } from '#tests/intake/aResident.ts'
import { aClipSet, aVoice } from '../speech/aDevice.ts'
import { aListener, type Listener, t } from './aListener.tsx'
import { aDevice, aPlace } from './aPlace.ts'

afterEach(cleanup)

const everything: Clips = { has: () => 'recorded', clip: async key => new Blob([key]) }
const nothing = aClipSet({})
const dutch = aVoice('nl-NL')

const listener = async (visit: Visit, clips: Clips = everything, voices: readonly SpeechSynthesisVoice[] = []) =>
  aListener(visit, { clips, voices, place: await aPlace(), device: await aDevice({ kind: 'tablet' }) })
const luister = () => screen.queryAllByRole('button', { name: t('common.listen') })[0]

/** Listens to the whole page; gives what was heard and what was marked meanwhile. */
async function listens({ ear, finish, marked }: Listener): Promise<{ said: string; marked: (string | null)[] }[]> {
  const all = []
  fireEvent.click(luister()!)
  for (let count = -1; count < ear.heard.length;) {
    count = ear.heard.length
    await expect.poll(() => ear.sounding() ?? luister()!.getAttribute('aria-pressed')).toBeDefined()
    const said = ear.sounding()
    if (said === undefined) break
    all.push({ said, marked: marked() })
    await finish()
  }
  return all
}

const question = atTheFirstQuestion().visit
const keysOf = (lines: readonly Spoken[]) => lines.flatMap(i => ('key' in i ? [i.key] : []))

describe('a resident who taps Luister', () => {
  test('hears title, helper and every answer in order, and sees each marked while it sounds', async () => {
    const heard = await listens(await listener(question))
    // and last the way on, as it stands below
    const said = [...keysOf(speakable(question)), 'common.skip']
    expect(heard.map(i => i.said)).toEqual(said)
    expect(heard.map(i => i.marked.length)).toEqual(heard.map(() => 1))
    expect(heard.map(i => i.marked[0])).toEqual(said.map(key => expect.stringContaining(t(key))))
  })

  test('finds nothing marked when it is over, and the button as it was', async () => {
    const { marked, finish, ear } = await listener(question, aClipSet({ 'good.q': 'recorded' }))
    fireEvent.click(luister()!)
    await expect.poll(() => luister()!.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(ear.sounding).toBe('good.q')
    await finish()
    await expect.poll(() => luister()!.getAttribute('aria-pressed')).toBe('false')
    expect(marked()).toEqual([])
  })

  test('hears the name of the place and own words from the device, and clips without them', async () => {
    const { visit } = samira()
    const own: Visit = {
      ...visit,
      answers: { ...visit.answers, strength: ['strength.other'], strengthText: 'Fluiten', with: 'with.team' }
    }
    const clips = aClipSet({ 'card.title': 'recorded', 'spoken.with.team': 'recorded' })
    const said = (await listens(await listener(own, clips, [dutch]))).map(i => i.said)
    expect(said[0]).toBe('card.title')
    expect(said).toContain('spoken.with.team')
    expect(said).toContain('Fluiten')
    expect(said).toContain(t('card.lead'))
  })

  test('hears that a computer reads where one does', async () => {
    const { ear } = await listener(question, aClipSet({ 'good.q': 'generated' }))
    fireEvent.click(luister()!)
    await expect.poll(ear.sounding).toBe('good.q')
    expect(await screen.findByText(t('listen.generated'))).toBeDefined()
  })

  test.each<[string, (listener: Listener) => unknown]>([
    ['taps it again', () => fireEvent.click(luister()!)],
    ['taps anything else', ({ container }) => fireEvent.click(container.querySelector('[data-code="area.home"]')!)],
    ['goes to another page', ({ does }) => does({ type: 'skip' })],
    ['asks for help', ({ does }) => does({ type: 'open', page: 'help' })],
    ['presses Escape', () => fireEvent.keyDown(document.body, { key: 'Escape' })]
  ])('hears nothing more who %s', async (_, act) => {
    const here = await listener(question)
    fireEvent.click(luister()!)
    await expect.poll(here.ear.sounding).toBe('good.q')
    await act(here)
    await expect.poll(here.ear.sounding).toBeUndefined()
    await here.finish()
    expect([here.ear.heard.length, here.marked()]).toEqual([1, []])
  })

  test('hears nothing more when the screen goes dark, and reads why on coming back', async () => {
    const { ear } = await listener(question)
    fireEvent.click(luister()!)
    await expect.poll(ear.sounding).toBe('good.q')
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    fireEvent(document, new Event('visibilitychange'))
    delete (document as { visibilityState?: string }).visibilityState
    expect(ear.sounding()).toBeUndefined()
    expect(await screen.findByText(t('listen.paused'))).toBeDefined()
  })

  test('hears it slower after a tap under Hulp, until the visit ends', async () => {
    const { does, ear } = await listener(question)
    await does({ type: 'open', page: 'help' })
    const slower = screen.getAllByRole('button', { name: t('common.slower') })[0]!
    fireEvent.click(slower)
    await expect.poll(() => slower.getAttribute('aria-pressed')).toBe('true')
    await does({ type: 'close' })
    fireEvent.click(luister()!)
    await expect.poll(ear.sounding).toBe('good.q')
    expect(ear.heard[0]).toEqual({ said: 'good.q', rate: 0.7 })
  })
})

describe('the small speaker of an answer', () => {
  const speaker = (key: string) => screen.getByRole('button', { name: `${t('common.listen')}: ${t(key)}` })

  test('reads only that answer, with its hint, and chooses nothing', async () => {
    const { visit } = samira().goesOn()
    const { ear, finish, marked, visit: now } = await listener(visit)
    fireEvent.click(speaker('share.card'))
    await expect.poll(ear.sounding).toBe('share.card')
    expect(marked()).toEqual([expect.stringContaining(t('share.card'))])
    await finish()
    await expect.poll(ear.sounding).toBe('share.card_hint')
    await finish()
    expect(ear.heard.map(i => i.said)).toEqual(['share.card', 'share.card_hint'])
    expect(now().share).toBeUndefined()
  })

  test('is a button of its own beside the answer, which keeps its own name', async () => {
    await listener(question)
    const answer = screen.getByRole('button', { name: new RegExp(`^${t('area.home')}`) })
    expect(answer.contains(speaker('area.home'))).toBe(false)
  })

  test('is there for each answer that has a voice, and for no other', async () => {
    await listener(question, aClipSet({ 'good.q': 'recorded', 'area.home': 'recorded' }))
    expect(screen.getAllByRole('button', { name: /^Luister: / })).toHaveLength(1)
  })
})

describe('without a voice', () => {
  test.each<[string, Clips, readonly SpeechSynthesisVoice[]]>([
    ['no voice at all', nothing, []],
    ['a voice that sends text away', nothing, [aVoice('nl-NL', { localService: false })]],
    ['only voices of other languages', nothing, [aVoice('en-GB', { default: true }), aVoice('de-DE')]],
    ['an answer recorded, but not the title', aClipSet({ 'area.home': 'recorded' }), []]
  ])('%s, there is no Luister', async (_, clips, voices) => {
    await listener(question, clips, voices)
    expect(luister()).toBeUndefined()
  })

  test('Hulp says so once everything is known, and offers no slower', async () => {
    const { does } = await listener(question, nothing)
    await does({ type: 'open', page: 'help' })
    expect(await screen.findByText(t('listen.none'))).toBeDefined()
    expect(screen.queryByRole('button', { name: t('common.slower') })).toBeNull()
  })

  test('that comes later, Luister comes with it', async () => {
    const { ear } = await listener(question, nothing)
    expect(luister()).toBeUndefined()
    ear.voices([dutch])
    await expect.poll(luister).toBeDefined()
  })
})

describe('on a shared tablet', () => {
  test('nothing is heard that nobody asked for', async () => {
    const { ear, does, asks } = await listener(question)
    await does({ type: 'skip' })
    await asks(30)
    expect(ear.heard).toEqual([])
  })

  test('who listened before hears the question whether somebody is there', async () => {
    const { ear, finish, asks, marked } = await listener(question)
    fireEvent.click(luister()!)
    await expect.poll(ear.sounding).toBe('good.q')
    await asks(30)
    for (const said of ['idle.title', 'spoken.idle.body', 'idle.stay', 'idle.wipe']) {
      await expect.poll(ear.sounding).toBe(said)
      expect(marked()).toHaveLength(1)
      await finish()
    }
    await asks(undefined)
    expect(ear.sounding()).toBeUndefined()
  })

  test('who listens is here: each sentence is a sign of life', async () => {
    let signs = 0
    const count = () => signs++
    addEventListener('speaking', count)
    await listens(await listener(question))
    removeEventListener('speaking', count)
    expect(signs).toBeGreaterThanOrEqual(speakable(question).length)
  })

  test('a chosen language says hello once, and not when its voice comes much later', async () => {
    const welcome = atTheFirstQuestion().goesBack().visit
    const { ear, hello, finish } = await listener(welcome, aClipSet({ 'lang.hello': 'recorded' }))
    hello('nl')
    await expect.poll(ear.sounding).toBe('lang.hello')
    await finish()
    expect(ear.heard).toHaveLength(1)
    hello('ti')
    expect(ear.heard).toHaveLength(1)
  })

  test('who is at a question already is not greeted any more', async () => {
    const { ear, hello } = await listener(question, aClipSet({ 'lang.hello': 'recorded' }))
    await act(async () => hello('nl'))
    expect(ear.heard).toHaveLength(0)
  })
})

describe('every page', () => {
  const confirming = samiraConfirms().visit
  const phone = samira({ device: 'phone' }).visit
  const withPhone = samira({ device: 'phone' }).goesOn().says('share.card').taps('contact.phone').visit
  const pages: [string, Visit][] = [
    ['welcome', atTheFirstQuestion().goesBack().visit],
    ['welcome on a phone', atTheFirstQuestion({ device: 'phone', promises: [] }).goesBack().visit],
    ['a question', question],
    ['an answer too many', atTheFirstQuestion().goesOn().taps('area.home', 'area.work', 'area.money').visit],
    ['the scale', atTheFirstQuestion().goesOn().says('area.work').visit],
    ['the card', samira().visit],
    ['an empty card', { ...atTheFirstQuestion().visit, page: 'card' }],
    ['extra', { ...samira().visit, page: 'extra' }],
    ['load', { ...samira().visit, page: 'load', answers: { load: ['load.health'] } }],
    ['an own step', { ...samira().visit, page: 'stepOwn' }],
    ['pick', { ...samira().visit, page: 'pick' }],
    ['share', { ...samira().visit, page: 'share' }],
    ['contact', { ...samira().visit, page: 'contact' }],
    ['a telephone number', withPhone],
    ['name', { ...samira().visit, page: 'name' }],
    ['speaks', { ...samira().visit, page: 'speaks' }],
    ['confirm', confirming],
    ['preview', { ...confirming, page: 'preview' }],
    ['talk', { ...samira().visit, page: 'talk' }],
    ['talk on a phone', { ...phone, page: 'talk' }],
    ['privacy', { ...samira().visit, page: 'privacy' }],
    ['done', { ...confirming, page: 'done' }],
    ['stop', { ...samira().visit, overlay: 'stop' }],
    ['help', { ...samira().visit, overlay: 'help' }]
  ]

  test.each(pages)('%s shows everything that is read of it, with a mark for each', async (_, visit) => {
    await aListener(visit, {
      clips: everything,
      place: await aPlace(),
      device: await aDevice({ kind: visit.setting.device })
    })
    const elements = textsOn(document)
    const said = speakable(visit)
    const turns = readingOrder(said, elements.map(shownBy))
    const read = turns.map(i => i.say)
    // a line under another has its lock from that one; an empty line cannot be picked; and no slower voice is known yet
    const elsewhere = [
      'card.lockOn',
      'card.empty',
      ...(visit.page === 'pick' ? Object.keys(texts.card).map(i => `card.${i}`) : [])
    ]
    const left = said.filter(say => !read.includes(say))
    expect(left.filter(say => !('key' in say && elsewhere.includes(say.key)))).toEqual([])
    expect(turns.length).toBeGreaterThan(0)
  })
})
