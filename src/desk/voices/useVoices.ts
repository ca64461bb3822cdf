import { heardLanguages } from '#i18n/heard.ts'
import { languageOf, languages } from '#i18n/languages.ts'
import { residentTexts } from '#i18n/texts.ts'
import { LanguageRecordings, Recording, VoiceCounts, VoicePack } from '#wire/voices.ts'
import { useCallback, useEffect, useState } from 'preact/hooks'

import { ask, type Refused } from '../ask.ts'
import type { World } from '../world.ts'
import { type Known, type Sentence, sentencesOf } from './sentences.ts'

/** A language that can be read out. */
export interface Tongue {
  readonly code: string
  readonly name: string
  /** How its text runs, and in which letters. */
  readonly dir: 'ltr' | 'rtl'
  readonly script: string
  /** Whose texts it is laid over; itself where it is written. */
  readonly over: string
}

/** All that residents can choose, then those that are only heard. */
export const tongues: readonly Tongue[] = [
  ...languages.map(i => ({ ...i, over: i.code })),
  ...heardLanguages.map(i => ({ ...i, dir: languageOf(i.over).dir, script: languageOf(i.over).script }))
]

export interface Voices {
  /** Absent until texts and recordings are there. */
  readonly sentences: readonly Sentence[] | undefined
  readonly recordings: Known
  readonly counts: VoiceCounts['languages']
  /** Keys that a computer reads out in this language. */
  readonly generated: ReadonlySet<string>
  readonly save: (sentence: Sentence, wav: Blob) => Promise<{ ok: Recording } | Refused>
  readonly erase: (key: string) => Promise<{ ok: undefined } | Refused>
}

interface Loaded extends Pick<Voices, 'sentences' | 'recordings' | 'generated'> {
  readonly code: string
}

/** The sentences of one language and what was recorded of them. Read again when the network comes back. */
export function useVoices({ fetch }: Pick<World, 'fetch'>, { code, over }: Tongue, live: boolean): Voices {
  const [loaded, setLoaded] = useState<Loaded>()
  const [counts, setCounts] = useState<VoiceCounts['languages']>({})
  const here = loaded?.code === code ? loaded : undefined
  const path = `/v1/desk/voices/${code}`

  useEffect(() => {
    let left = false
    void ask(fetch, { path: '/v1/desk/voices', answer: VoiceCounts }).then(
      answer => !left && 'ok' in answer && setCounts(answer.ok.languages)
    )
    const read = async () => {
      const [texts, dutch, answer, generated] = await Promise.all([
        residentTexts(over),
        residentTexts('nl'),
        ask(fetch, { path, answer: LanguageRecordings }),
        generatedKeys(fetch, code)
      ])
      if (left || !texts || !dutch || !('ok' in answer)) return
      const sentences = await sentencesOf(texts, dutch)
      const recordings = new Map(answer.ok.recordings.map(i => [i.key, i]))
      if (!left) setLoaded({ code, sentences, recordings, generated })
    }
    // texts that cannot be fetched now are read when the network is back
    if (live) read().catch(() => undefined)
    return () => {
      left = true
    }
  }, [fetch, code, over, path, live])

  const change = useCallback((key: string, recording: Recording | undefined) => {
    setLoaded(was => {
      if (!was) return was
      const recordings = new Map(was.recordings)
      if (recording) recordings.set(key, recording)
      else recordings.delete(key)
      return { ...was, recordings }
    })
  }, [])

  const used = here && {
    count: here.recordings.size,
    bytes: [...here.recordings.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  }
  return {
    sentences: here?.sentences,
    recordings: here?.recordings ?? new Map<string, Recording>(),
    counts: used ? { ...counts, [code]: used } : counts,
    generated: here?.generated ?? new Set<string>(),
    async save({ key, mark }, wav) {
      const saved = await ask(fetch, { method: 'PUT', path: `${path}/${key}?mark=${mark}`, wav, answer: Recording })
      if ('ok' in saved) change(key, saved.ok)
      return saved
    },
    async erase(key) {
      const erased = await ask(fetch, { method: 'DELETE', path: `${path}/${key}` })
      if ('ok' in erased || erased.refused === 'not-found') change(key, undefined)
      return erased
    }
  }
}

async function generatedKeys(fetch: World['fetch'], code: string): Promise<ReadonlySet<string>> {
  if (!languages.find(i => i.code === code)?.voice) return new Set()
  const pack = await ask(fetch, { path: `/audio/${code}/index.json`, answer: VoicePack })
  return new Set('ok' in pack ? Object.keys(pack.ok.clips) : [])
}
