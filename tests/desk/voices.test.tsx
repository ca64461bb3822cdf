// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'

import { nextToDo, type Sentence, sentencesOf, stateOf } from '#desk/voices/sentences.ts'
import { table } from '#tests/texts/tables.ts'
import { textMark } from '#wire/textMark.ts'
import type { Recording } from '#wire/voices.ts'

import { aDesk, dutch } from './aDesk.tsx'

// a page of four hundred sentences takes a slow machine longer than a second
afterEach(cleanup)
const { t } = dutch
const HASH = 'A'.repeat(43)

const aRecording = (key: string, mark: string): Recording => ({
  key,
  hash: HASH,
  mark,
  lasts: 900,
  bytes: 2_700,
  at: Date.now() - 60_000,
  by: 'Fatma'
})

/** The page of the voices, in Tigrinya, with these recordings. */
async function onVoices(recordings: Recording[] = []) {
  const desk = await aDesk(async server => {
    server.recordings.set('ti', recordings)
  })
  fireEvent.click(await screen.findByRole('button', { name: t('pro.shell.place') }))
  fireEvent.click(await screen.findByRole('button', { name: t('pro.voices.open') }))
  fireEvent.change(await screen.findByLabelText(t('pro.voices.language'), { selector: 'select' }), {
    target: { value: 'ti' }
  })
  const stage = () => document.querySelector<HTMLElement>('.stage')!
  await waitFor(() => expect(stage().querySelector('[lang="ti"]')).not.toBeNull())
  return {
    ...desk,
    stage,
    key: () => stage().querySelector('[data-sentence]')!.getAttribute('data-sentence'),
    status: () => within(stage()).getByRole('status').textContent,
    button: (key: string) => within(stage()).getByRole('button', { name: new RegExp(`^${t(`pro.voices.${key}`)}`) }),
    phase: (phase: string) => waitFor(() => expect(stage().dataset['phase']).toBe(phase))
  }
}

const ti = table('ti', 'resident')
const nl = table('nl', 'resident')
const first = 'app.title'
const second = 'lang.title'

describe('somebody who reads sentences out', () => {
  test('sees the text in the language and its Dutch below, in the order of the conversation', async () => {
    const { stage, key, status } = await onVoices()
    expect(key()).toBe(first)
    within(stage()).getByText(ti.get(first)!)
    within(stage()).getByText(nl.get(first)!)
    expect(status()).toBe(t('pro.voices.say.missing'))
    const all = [...document.querySelectorAll('[data-key]')].map(i => i.getAttribute('data-key'))
    expect(all.slice(0, 2)).toEqual([first, second])
    expect(all.some(i => i!.startsWith('staff.'))).toBe(false)
  })

  test('records, listens, saves, and stands at the next sentence', async () => {
    const { server, studio, key, button, phase, status } = await onVoices()
    fireEvent.click(button('record'))
    await phase('recording')
    expect(status()).toBe(t('pro.voices.say.recording'))
    fireEvent.click(button('stop'))
    await phase('take')
    fireEvent.click(button('listen'))
    expect(studio.played).toEqual([studio.take])
    await waitFor(() => expect(status()).toBe(t('pro.voices.say.playing')))
    studio.end()
    await waitFor(() => expect(status()).toBe(t('pro.voices.say.take')))
    fireEvent.click(button('save'))
    await waitFor(() => expect(key()).toBe(second))
    const mark = await textMark(ti.get(first)!)
    expect(server.asked).toContain(`PUT /v1/desk/voices/ti/${first}?mark=${mark}`)
    await screen.findByText(t('pro.voices.count', { done: 1, all: document.querySelectorAll('[data-key]').length }))
  })

  test('goes through them with Enter alone: the focus is where the next thing is', async () => {
    const { button, phase, key } = await onVoices()
    fireEvent.click(button('record'))
    await phase('recording')
    fireEvent.click(button('stop'))
    await phase('take')
    await waitFor(() => expect(document.activeElement).toBe(button('save')))
    fireEvent.click(button('save'))
    await waitFor(() => expect(key()).toBe(second))
    await waitFor(() => expect(document.activeElement).toBe(button('record')))
  })

  test('hears what was recorded, records it anew, or takes it away after being asked once', async () => {
    const { server, studio, button, status, team, key } = await onVoices([
      aRecording(first, await textMark(ti.get(first)!))
    ])
    // it begins where something is left to do
    await waitFor(() => expect(key()).toBe(second))
    fireEvent.click(document.querySelector(`[data-key="${first}"]`)!)
    await waitFor(() => expect(key()).toBe(first))
    expect(status()).toContain('Fatma')
    fireEvent.click(button('listen'))
    expect(studio.played).toEqual([`/v1/locations/${team.location}/voices/ti/${HASH}`])
    studio.end('failed')
    await waitFor(() => expect(status()).toBe(t('pro.voices.say.unheard')))
    button('again')
    fireEvent.click(button('erase'))
    expect(server.asked).not.toContain(`DELETE /v1/desk/voices/ti/${first}`)
    fireEvent.click(button('erase'))
    await waitFor(() => expect(status()).toBe(t('pro.voices.say.missing')))
    expect(server.asked).toContain(`DELETE /v1/desk/voices/ti/${first}`)
  })

  test('sees which texts changed after they were recorded, and may look at those that are left only', async () => {
    const { status, stage } = await onVoices([
      aRecording(first, 'x'.repeat(12)),
      aRecording(second, await textMark(ti.get(second)!))
    ])
    expect(status()).toBe(t('pro.voices.say.old'))
    expect(stage().dataset['state']).toBe('old')
    await screen.findByText(t('pro.voices.changed', { count: 1 }))
    fireEvent.click(screen.getByLabelText(t('pro.voices.todo')))
    await waitFor(() => expect(document.querySelector(`[data-key="${second}"]`)).toBeNull())
    expect(document.querySelector(`[data-key="${first}"]`)!.textContent).toContain(t('pro.voices.state.old'))
  })

  test.each(['refused', 'none'] as const)('is told what to do when the microphone is %s', async answer => {
    const { studio, button, status, phase } = await onVoices()
    studio.answer = answer
    fireEvent.click(button('record'))
    await waitFor(() => expect(status()).toBe(t(`pro.voices.say.${answer}`)))
    studio.answer = 'yes'
    fireEvent.click(button('record'))
    await phase('recording')
  })

  test.each([
    ['silent', 'silent'],
    ['full', 'full'],
    ['too-large', 'long']
  ] as const)('keeps the take when the server says %s, and hears why', async (code, says) => {
    const { server, button, phase, stage } = await onVoices()
    server.refuse = code
    fireEvent.click(button('record'))
    await phase('recording')
    fireEvent.click(button('stop'))
    await phase('take')
    fireEvent.click(button('save'))
    await screen.findByText(t(`pro.voices.say.${says}`))
    expect(stage().dataset['phase']).toBe('take')
  })

  test('cannot record without a network, but keeps what waits to be saved', async () => {
    const { server, button, phase, stage } = await onVoices()
    fireEvent.click(button('record'))
    await phase('recording')
    fireEvent.click(button('stop'))
    await phase('take')
    server.cut()
    await within(stage()).findByText(t('pro.action.offlineWhy'))
    expect(button('save').getAttribute('aria-disabled')).toBe('true')
    server.mend()
    await waitFor(() => expect(button('save').getAttribute('aria-disabled')).toBe('false'))
    fireEvent.click(button('save'))
    await phase('idle')
  })

  test('leaves the microphone behind with the page', async () => {
    const { studio, button, phase } = await onVoices()
    fireEvent.click(button('record'))
    await phase('recording')
    expect(studio.isOpen()).toBe(true)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    await screen.findByRole('button', { name: t('pro.voices.open') })
    expect(studio.isOpen()).toBe(false)
  })
})

test('a coordinator may leave the voice of a computer out, for the whole place', async () => {
  const { server } = await onVoices()
  fireEvent.click(screen.getByLabelText(t('pro.voices.generated')))
  await waitFor(() => expect(server.asked).toContain('PUT /v1/desk/location'))
})

test('a language that is only heard shows the text it is laid over, and says so', async () => {
  const { stage } = await onVoices()
  fireEvent.change(screen.getByLabelText(t('pro.voices.language'), { selector: 'select' }), {
    target: { value: 'ary' }
  })
  await waitFor(() => expect(stage().querySelector('[lang="ar"]')).not.toBeNull())
  screen.getByText(t('pro.voices.heard', { name: 'العربية' }))
})

test('Somali, which no computer speaks here, waits for recordings and says so', async () => {
  await onVoices()
  fireEvent.change(screen.getByLabelText(t('pro.voices.language'), { selector: 'select' }), { target: { value: 'so' } })
  await screen.findByText(t('pro.voices.generatedNone'))
})

describe('which sentence comes next', () => {
  const sentences = ['a.a', 'a.b', 'a.c'].map((key): Sentence => ({ key, text: key, dutch: key, mark: 'm' }))
  const known = (...all: [string, string][]) => new Map(all.map(([key, mark]) => [key, aRecording(key, mark)]))

  test('is the next that is missing or out of date, around the end, and none when all is done', () => {
    expect(nextToDo(sentences, known(['a.b', 'm']), 'a.a')?.key).toBe('a.c')
    expect(nextToDo(sentences, known(['a.b', 'old']), 'a.a')?.key).toBe('a.b')
    expect(nextToDo(sentences, known(['a.b', 'm']), 'a.c')?.key).toBe('a.a')
    expect(nextToDo(sentences, known(['a.a', 'm'], ['a.b', 'm'], ['a.c', 'm']), 'a.c')).toBeUndefined()
  })

  test('a sentence is out of date as soon as its text is another', async () => {
    const [sentence] = await sentencesOf(new Map([['good.q', 'Now']]), new Map([['good.q', 'Nu']]))
    expect(stateOf(sentence!, known(['good.q', await textMark('Now')]))).toBe('done')
    expect(stateOf(sentence!, known(['good.q', await textMark('Then')]))).toBe('old')
    expect(stateOf(sentence!, known())).toBe('missing')
  })
})
