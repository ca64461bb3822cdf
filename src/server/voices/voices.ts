import { createHash } from 'node:crypto'

import { type Recording, RATE, VOICE_BUDGET, VOICE_LANGUAGES } from '#wire/voices.ts'
import type { Kysely } from 'kysely'

import type { Tables } from '../storage/schema.ts'
import { journal } from '../team/journal.ts'
import type { ClipFiles, ClipPlace } from './files.ts'
import { encodeMp3 } from './mp3.ts'
import { tidySound } from './sound.ts'
import { readWav } from './wav.ts'

/** Who does it, and to which sentence. */
export interface VoiceAct {
  readonly location: string
  readonly language: string
  readonly key: string
  readonly member: string
  readonly now: number
}

/** What people of a place recorded. The row says which recording counts; a file without a row is nothing. */
export interface Voices {
  /** @param mark which text was read out (`textMark`) */
  record(act: VoiceAct, wav: Uint8Array, mark: string): Promise<Recording | 'invalid-body' | 'silent' | 'full'>
  erase(act: VoiceAct): Promise<'erased' | 'not-found'>
  /** In order of their keys. */
  of(location: string, language: string): Promise<Recording[]>
  counts(location: string): Promise<Record<string, { count: number; bytes: number }>>
  clip(place: ClipPlace): Promise<Uint8Array | 'not-found'>
  /** Takes away files that no row names: what a sudden end left between the two. */
  sweep(): Promise<void>
}

export function voices(db: Kysely<Tables>, files: ClipFiles): Voices {
  // One at a time: a file is written before its row and goes after it, and another request must not come between.
  let last: Promise<unknown> = Promise.resolve()
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }

  const isNamed = async ({ location, language, hash }: ClipPlace) =>
    (await db
      .selectFrom('voices')
      .select('hash')
      .where('location', '=', location)
      .where('language', '=', language)
      .where('hash', '=', hash)
      .executeTakeFirst()) !== undefined

  const dropUnnamed = async (place: ClipPlace) => {
    if (!(await isNamed(place))) await files.drop(place)
  }

  const row = ({ location, language, key }: VoiceAct) =>
    db
      .selectFrom('voices')
      .selectAll()
      .where('location', '=', location)
      .where('language', '=', language)
      .where('key', '=', key)
      .executeTakeFirst()

  async function counts(location: string): Promise<Record<string, { count: number; bytes: number }>> {
    const rows = await db
      .selectFrom('voices')
      .select(sum => ['language', sum.fn.countAll<number>().as('count'), sum.fn.sum<number>('bytes').as('bytes')])
      .where('location', '=', location)
      .groupBy('language')
      .execute()
    return Object.fromEntries(rows.map(({ language, count, bytes }) => [language, { count, bytes }]))
  }

  const list = (location: string, language: string): Promise<Recording[]> =>
    db
      .selectFrom('voices')
      .innerJoin('members', 'members.id', 'voices.member')
      .select(['key', 'hash', 'mark', 'lasts', 'bytes', 'at', 'members.name as by'])
      .where('voices.location', '=', location)
      .where('language', '=', language)
      .orderBy('key')
      .execute()

  return {
    async record(act, wav, mark) {
      const heard = readWav(wav)
      if (typeof heard === 'string') return heard
      const sound = tidySound(heard.samples, RATE)
      if (sound === 'silent') return sound
      const mp3 = await encodeMp3(sound)
      const { location, language, key, member, now } = act
      const clip = {
        hash: createHash('sha256').update(mp3).digest('base64url'),
        mark,
        lasts: Math.round((sound.length / RATE) * 1000),
        bytes: mp3.length,
        at: now,
        member
      }
      return alone(async () => {
        const before = await row(act)
        const all = await counts(location)
        const used = (all[language]?.bytes ?? 0) - (before?.bytes ?? 0)
        if (used + clip.bytes > VOICE_BUDGET) return 'full'
        if (!all[language] && Object.keys(all).length >= VOICE_LANGUAGES) return 'full'
        await files.put({ location, language, hash: clip.hash }, mp3)
        await db.transaction().execute(async trx => {
          await trx
            .insertInto('voices')
            .values({ location, language, key, ...clip })
            .onConflict(same => same.columns(['location', 'language', 'key']).doUpdateSet(clip))
            .execute()
          await journal(trx, { at: now, location, who: member, what: 'voice.record', object: `${language} ${key}` })
        })
        if (before && before.hash !== clip.hash) await dropUnnamed({ location, language, hash: before.hash })
        return (await list(location, language)).find(i => i.key === key)!
      })
    },

    erase: act =>
      alone(async () => {
        const { location, language, key, member, now } = act
        const before = await row(act)
        if (!before) return 'not-found'
        await db.transaction().execute(async trx => {
          await trx
            .deleteFrom('voices')
            .where('location', '=', location)
            .where('language', '=', language)
            .where('key', '=', key)
            .execute()
          await journal(trx, { at: now, location, who: member, what: 'voice.erase', object: `${language} ${key}` })
        })
        await dropUnnamed({ location, language, hash: before.hash })
        return 'erased'
      }),

    of: list,
    counts,
    clip: async place => ((await isNamed(place)) ? files.get(place) : 'not-found'),
    sweep: () =>
      alone(async () => {
        for (const place of await files.all()) await dropUnnamed(place)
      })
  }
}
