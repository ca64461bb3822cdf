import { existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { sayable } from '#intake/sayable.ts'
import { heardLanguages } from '#i18n/heard.ts'
import { textMark } from '#wire/textMark.ts'
import { VOICE_BUDGET, VoicePack } from '#wire/voices.ts'

import { languages, type Table, table } from './tables.ts'

const folder = (language: string) => `public/audio/${language}`
const spoken = languages.filter(language => existsSync(folder(language)))
const packOf = (language: string) => VoicePack.parse(JSON.parse(readFileSync(`${folder(language)}/index.json`, 'utf8')))

/** What no longer fits the texts: `npm run voices -- <language>` makes it anew. */
async function stale(pack: VoicePack, texts: Table) {
  const keys = sayable(texts)
  const marks = await Promise.all(keys.map(async key => [key, await textMark(texts.get(key)!)] as const))
  return {
    missing: keys.filter(key => !pack.clips[key]),
    extra: Object.keys(pack.clips).filter(key => !keys.includes(key)),
    changed: marks.filter(([key, mark]) => pack.clips[key] && pack.clips[key][2] !== mark).map(([key]) => key)
  }
}

describe.each(spoken)('the voice of a computer in %s', language => {
  const pack = packOf(language)

  test('says every text that can be said, as the text is now (npm run voices)', async () => {
    expect(await stale(pack, table(language, 'resident'))).toEqual({ missing: [], extra: [], changed: [] })
  })

  test('is one file of clips that follow each other, within the budget, and said to be made', () => {
    let at = 0
    for (const [start, length] of Object.values(pack.clips)) {
      expect(start).toBe(at)
      expect(length).toBeGreaterThan(0)
      at += length
    }
    expect(at).toBe(pack.length)
    expect(statSync(`${folder(language)}/voice.mp3`).size).toBe(pack.length)
    expect(pack.length).toBeLessThanOrEqual(VOICE_BUDGET)
    expect(pack.made).toBe('generated')
  })
})

test('a language says of itself whether a computer reads it', () => {
  const said = languages.filter(language =>
    readFileSync(`locales/${language}/meta.json`, 'utf8').includes('"voice": "generated"')
  )
  expect(said).toEqual(spoken)
})

test('languages for which a device seldom has a voice come with one', () => {
  expect(spoken).toEqual(expect.arrayContaining(['ti', 'fa']))
})

test('what is only heard lies over a language that is there, and is none of those', () => {
  for (const { code, over } of heardLanguages) {
    expect(languages).toContain(over)
    expect(languages).not.toContain(code)
  }
})

describe('the check itself', () => {
  const texts = new Map([
    ['good.q', 'Wat gaat goed?'],
    ['code.body', 'Laat deze code zien bij {{place}}.'],
    ['spoken.code.body', 'Laat deze code zien bij ons.'],
    ['name.hello', 'Hallo {{name}}.'],
    ['staff.title', 'Menu']
  ])
  const clips = async (changes: Record<string, string> = {}) =>
    Object.fromEntries(
      await Promise.all(
        ['good.q', 'spoken.code.body'].map(
          async key => [key, [0, 1, await textMark(changes[key] ?? texts.get(key)!)]] as const
        )
      )
    ) as VoicePack['clips']
  const pack = (all: VoicePack['clips']): VoicePack => ({ made: 'generated', by: 'x', length: 2, clips: all })

  test('finds nothing where all is well: names and staff are not asked for', async () => {
    expect(await stale(pack(await clips()), texts)).toEqual({ missing: [], extra: [], changed: [] })
  })

  test('finds a text that changed, one that is not said, and one that is no more', async () => {
    const { 'good.q': _, ...rest } = await clips({ 'spoken.code.body': 'Laat het zien.' })
    expect(await stale(pack({ ...rest, 'good.gone': [0, 1, 'x'.repeat(12)] }), texts)).toEqual({
      missing: ['good.q'],
      extra: ['good.gone'],
      changed: ['spoken.code.body']
    })
  })
})
