import { describe, expect, test } from 'vitest'

import { languageOf } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import nl from '#locales/nl/resident.json'
import { ownVoice } from '#speech/deviceVoice.ts'
import { sentenceOf } from '#speech/sentence.ts'
import { waysToSay } from '#speech/ways.ts'
import { aClipSet, aVoice } from './aDevice.ts'

const words = wordsOf(languageOf('nl'), nl)
const { t } = words
const here = { language: 'nl', t: (key: string, values = {}) => t(key, { place: 'Werkwinkel', ...values }) }

describe('a sentence', () => {
  test('has its text for the device, and the key of its clip', () => {
    expect(sentenceOf({ key: 'good.q' }, here)).toEqual({ text: t('good.q'), lang: 'nl', clip: 'good.q' })
  })

  test('with the name of the place has a clip without it, and the device says it whole', () => {
    expect(sentenceOf({ key: 'welcome.title' }, here)).toEqual({
      text: 'Welkom bij Werkwinkel',
      lang: 'nl',
      clip: 'spoken.welcome.title'
    })
    expect(sentenceOf({ key: 'common.full', values: { count: 2 } }, here)).toEqual({
      text: t('common.full', { count: 2 }),
      lang: 'nl',
      clip: 'spoken.common.full'
    })
  })

  test('with a number and no spoken form was never recorded', () => {
    expect(sentenceOf({ key: 'stepOwn.left', values: { count: 3 } }, here)).toEqual({
      text: t('stepOwn.left', { count: 3 }),
      lang: 'nl'
    })
  })

  test('in the resident’s own words has no clip, and the digits of a code are read one by one', () => {
    expect(sentenceOf({ text: 'Fluiten' }, here)).toEqual({ text: 'Fluiten', lang: 'nl' })
    expect(sentenceOf({ text: 'الدارجة', lang: 'ary' }, here)).toEqual({ text: 'الدارجة', lang: 'ary' })
    expect(sentenceOf({ text: '407' }, here)).toEqual({ text: '4 0 7', lang: 'nl' })
  })

  test('that does not exist is none: nobody hears a key', () => {
    expect(sentenceOf({ key: 'good.nowhere' }, here)).toBeUndefined()
  })
})

describe('a voice of the device', () => {
  test.each([
    ['stays on the device', [aVoice('nl-NL', { localService: false })], undefined],
    ['speaks that very language', [aVoice('de-DE'), aVoice('nds-NL'), aVoice('en-NL')], undefined],
    ['may be written as Android writes it', [aVoice('en_US'), aVoice('nl_NL')], 'nl_NL'],
    ['is the one that the device has chosen', [aVoice('nl-NL'), aVoice('nl-BE', { default: true })], 'nl-BE'],
    ['is otherwise that of the country of the language', [aVoice('nl-BE'), aVoice('nl-NL')], 'nl-NL'],
    ['may be of another country', [aVoice('en-GB'), aVoice('nl-BE')], 'nl-BE']
  ])('%s', (_, voices, lang) => {
    expect(ownVoice(voices, 'nl')?.lang).toBe(lang)
  })

  test('never reads Tigrinya in Arabic or Amharic', () => {
    expect(ownVoice([aVoice('ar-SA', { default: true }), aVoice('am-ET')], 'ti')).toBeUndefined()
  })
})

describe('the order of voices', () => {
  const clips = aClipSet({ 'good.q': 'recorded', 'good.help': 'generated' })
  const order = (key: string, voices: readonly SpeechSynthesisVoice[]) =>
    waysToSay({ text: 'x', lang: 'nl', clip: key }, clips, voices).map(i => i.by)

  test('is a person, then the device, then a computer’s clip', () => {
    expect(order('good.q', [aVoice('nl-NL')])).toEqual(['recorded', 'device'])
    expect(order('good.help', [aVoice('nl-NL')])).toEqual(['device', 'generated'])
    expect(order('change.q', [aVoice('nl-NL')])).toEqual(['device'])
  })

  test('does without the device where that has no voice of the language', () => {
    expect(order('good.q', [aVoice('en-GB')])).toEqual(['recorded'])
    expect(order('good.help', [aVoice('nl-NL', { localService: false })])).toEqual(['generated'])
    expect(order('change.q', [aVoice('en-GB')])).toEqual([])
  })

  test('reads words of another language only in a voice of that language', () => {
    const own = { text: 'الدارجة', lang: 'ary' }
    expect(waysToSay(own, clips, [aVoice('nl-NL'), aVoice('ar-SA')])).toEqual([])
  })
})
