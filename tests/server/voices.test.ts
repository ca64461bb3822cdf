import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { readPages } from '#server/pages/pages.ts'
import type { Member } from '#server/member.ts'
import { keepHouse } from '#server/housekeeping.ts'
import { aDist } from '#tests/builders/dist.ts'
import { aWav } from '#tests/builders/wav.ts'
import { textMark } from '#wire/textMark.ts'
import { type LanguageRecordings, type Recording, type Recordings, RATE, VOICE_BUDGET } from '#wire/voices.ts'

import { type APostRoom, aPlace, aPostRoom, newId, START } from './world.ts'

let room: APostRoom
let chris: Member
let mark: string
beforeEach(async () => {
  room = await aPostRoom()
  chris = await room.colleague('Chris', 'coordinator')
  mark = await textMark('Wat gaat goed?')
})
afterEach(() => room.remove())

const json = async <T>(answer: Response) => (await answer.json()) as T
const code = async (answer: Response) => [answer.status, (await json<{ code: string }>(answer)).code]

const record = (key: string, wav = aWav(), { who = chris, language = 'ti' } = {}) =>
  room.ask('PUT', `/v1/desk/voices/${language}/${key}?mark=${mark}`, {
    who,
    bytes: wav,
    headers: { 'content-type': 'audio/wav' }
  })
const index = (language = 'ti', location = room.location, headers = {}) =>
  room.ask('GET', `/v1/locations/${location}/voices/${language}`, { headers })
const clip = (hash: string, location = room.location, language = 'ti') =>
  room.ask('GET', `/v1/locations/${location}/voices/${language}/${hash}`)
const files = (language = 'ti') => readdirSync(join(room.dir, 'voices', room.location, language))

describe('a recording', () => {
  test('is heard by everybody as a small MP3, named by what is in it', async () => {
    const made = await json<Recording>(await record('good.q'))
    expect(made).toMatchObject({ key: 'good.q', mark, at: START, by: 'Chris' })
    // 0.6 s of tone, and a breath around it
    expect(made.lasts).toBeGreaterThan(600)
    expect(made.lasts).toBeLessThan(900)
    const { clips, generated } = await json<Recordings>(await index())
    expect([clips, generated]).toEqual([{ 'good.q': [made.hash, made.mark] }, true])
    const answer = await clip(made.hash)
    expect(answer.headers.get('content-type')).toBe('audio/mpeg')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    const sound = new Uint8Array(await answer.arrayBuffer())
    expect(createHash('sha256').update(sound).digest('base64url')).toBe(made.hash)
    // the start of a frame of MPEG 2, layer III
    expect([sound[0], sound[1]! & 0xfe]).toEqual([0xff, 0xf2])
    expect(sound.length).toBeLessThan(4_000)
  })

  test('has the same bytes each time, whatever is recorded in between', async () => {
    const first = await json<Recording>(await record('good.q'))
    await record('good.help', aWav({ pitch: 330 }))
    expect((await json<Recording>(await record('good.q'))).hash).toBe(first.hash)
    expect(files().length).toBe(2)
  })

  test('takes the place of the one before it, which leaves no file behind', async () => {
    const first = await json<Recording>(await record('good.q'))
    const second = await json<Recording>(await record('good.q', aWav({ pitch: 440 })))
    expect(files()).toEqual([`${second.hash}.mp3`])
    expect((await clip(first.hash)).status).toBe(404)
    expect((await json<Recordings>(await index())).clips).toEqual({ 'good.q': [second.hash, second.mark] })
  })

  test('that two sentences share stays until both are gone', async () => {
    await record('good.q')
    await record('good.help')
    const erase = (key: string) => room.ask('DELETE', `/v1/desk/voices/ti/${key}`, { who: chris })
    expect((await erase('good.q')).status).toBe(204)
    expect(files().length).toBe(1)
    expect((await erase('good.help')).status).toBe(204)
    expect(files()).toEqual([])
    expect(await code(await erase('good.help'))).toEqual([404, 'not-found'])
  })

  test('is asked for again only when something changed', async () => {
    await record('good.q')
    const etag = (await index()).headers.get('etag')!
    expect((await index('ti', room.location, { 'if-none-match': etag })).status).toBe(304)
    await record('good.help')
    expect((await index('ti', room.location, { 'if-none-match': etag })).status).toBe(200)
  })

  test.each<[string, Uint8Array, number, string]>([
    ['no sound at all', new TextEncoder().encode('<html>'.repeat(200)), 422, 'invalid-body'],
    ['a sound of another pace', aWav({ rate: 48_000 }), 422, 'invalid-body'],
    ['a head that lies about its length', aWav().subarray(0, 20_000), 422, 'invalid-body'],
    ['half a sample', aWav().subarray(0, 20_001), 422, 'invalid-body'],
    ['nothing', new Uint8Array(), 422, 'invalid-body'],
    ['silence', aWav({ loud: 0 }), 422, 'silent'],
    ['a click', aWav({ seconds: 0.1 }), 422, 'silent'],
    ['more than twenty seconds', aWav({ seconds: 20 + 1 / RATE }), 413, 'too-large']
  ])('is refused when it is %s, and nothing is kept', async (_, wav, status, why) => {
    expect(await code(await record('good.q', wav as ReturnType<typeof aWav>))).toEqual([status, why])
    expect((await json<Recordings>(await index())).clips).toEqual({})
  })

  test('of exactly twenty seconds is taken', async () => {
    expect((await record('good.q', aWav({ seconds: 20 }))).status).toBe(200)
  })

  test.each(['../good', 'good', 'Good.q', 'good.q.'])('is made of no key like %s', async key => {
    expect((await record(encodeURIComponent(key))).status).toBe(404)
  })

  test('comes with the text that was read out, as audio, from our own page', async () => {
    const put = (path: string, headers: Record<string, string>) =>
      room.ask('PUT', path, { who: chris, bytes: aWav(), headers })
    const path = '/v1/desk/voices/ti/good.q'
    expect((await put(path, { 'content-type': 'audio/wav' })).status).toBe(400)
    expect((await put(`${path}?mark=${mark}`, { 'content-type': 'application/json' })).status).toBe(415)
    expect((await put(`${path}?mark=${mark}`, { 'content-type': 'text/plain' })).status).toBe(403)
    const foreign = { 'content-type': 'audio/wav', origin: 'https://elsewhere.example' }
    expect((await put(`${path}?mark=${mark}`, foreign)).status).toBe(403)
  })
})

describe('a place', () => {
  test('keeps four megabytes of each language, and says when they are full', async () => {
    const full = {
      location: room.location,
      language: 'ti',
      hash: newId(32),
      mark,
      lasts: 1,
      at: START,
      member: chris.id
    }
    await room.storage.db
      .insertInto('voices')
      .values({ ...full, key: 'card.title', bytes: VOICE_BUDGET - 100 })
      .execute()
    expect(await code(await record('good.q'))).toEqual([409, 'full'])
    expect((await record('good.q', aWav(), { language: 'so' })).status).toBe(200)
    // what takes the place of another counts for itself alone
    expect((await record('card.title')).status).toBe(200)
    expect((await record('good.q')).status).toBe(200)
  })

  test('hears only its own recordings, and only its coordinators make them', async () => {
    const elsewhere = await aPlace(room.storage)
    const eva = await room.colleague('Eva', 'coordinator', elsewhere)
    const ria = await room.colleague('Ria')
    const { hash } = await json<Recording>(await record('good.q'))
    expect((await clip(hash, elsewhere)).status).toBe(404)
    expect((await json<Recordings>(await index('ti', elsewhere))).clips).toEqual({})
    const seen = await room.ask('GET', '/v1/desk/voices/ti', { who: eva })
    expect((await json<LanguageRecordings>(seen)).recordings).toEqual([])
    expect((await room.ask('DELETE', '/v1/desk/voices/ti/good.q', { who: eva })).status).toBe(404)
    expect(await code(await record('good.q', aWav(), { who: ria }))).toEqual([403, 'not-allowed'])
    expect(await code(await room.ask('GET', '/v1/desk/voices/ti', { who: ria }))).toEqual([403, 'not-allowed'])
    expect((await clip(hash)).status).toBe(200)
  })

  test('may leave the voice of a computer out', async () => {
    const row = await room.storage.db.selectFrom('locations').select('details').executeTakeFirstOrThrow()
    const details = JSON.stringify({ ...(JSON.parse(row.details) as object), generatedVoices: false })
    await room.storage.db.updateTable('locations').set({ details }).execute()
    expect((await json<Recordings>(await index())).generated).toBe(false)
  })
})

describe('when the power goes', () => {
  const sweep = () => keepHouse({ storage: room.storage, voices: room.deps.voices, now: room.clock.now })

  test('between the file and its row, the recording before it stays and the file goes', async () => {
    const { hash } = await json<Recording>(await record('good.q'))
    const folder = join(room.dir, 'voices', room.location, 'ti')
    writeFileSync(join(folder, `${newId(32)}.mp3`), 'whole')
    writeFileSync(join(folder, `${newId(32)}.mp3.part.mp3`), 'half')
    mkdirSync(join(room.dir, 'voices', 'gone', 'ti'), { recursive: true })
    writeFileSync(join(room.dir, 'voices', 'gone', 'ti', `${newId(32)}.mp3`), 'of nobody')
    await sweep()
    expect(files()).toEqual([`${hash}.mp3`])
    expect(readdirSync(join(room.dir, 'voices', 'gone', 'ti'))).toEqual([])
    expect((await clip(hash)).status).toBe(200)
  })

  test('and a file is lost with an older backup, the sentence is said to be not there', async () => {
    const { hash } = await json<Recording>(await record('good.q'))
    await room.deps.voices.sweep()
    rmSync(join(room.dir, 'voices'), { recursive: true })
    expect((await clip(hash)).status).toBe(404)
    expect((await record('good.q')).status).toBe(200)
    expect((await clip(hash)).status).toBe(200)
  })
})

test('ten recordings at once are all kept, each once', async () => {
  const keys = ['good.q', 'good.help', 'good.none', 'area.home', 'area.work']
  await Promise.all([...keys, ...keys].map((key, i) => record(key, aWav({ pitch: 200 + i * 20 }))))
  const { clips } = await json<Recordings>(await index())
  expect(Object.keys(clips).sort()).toEqual(keys.toSorted())
  expect(files().sort()).toEqual(
    Object.values(clips)
      .map(([hash]) => `${hash}.mp3`)
      .sort()
  )
})

test('only the page of the desk may use the microphone', async () => {
  const dist = aDist()
  try {
    const pages = await readPages(dist.dir)
    const other = await aPostRoom({ pages })
    const may = async (path: string) => (await other.ask('GET', path)).headers.get('permissions-policy')
    expect(await may('/desk/')).toContain('microphone=(self)')
    expect(await may('/desk/')).toContain('camera=()')
    for (const path of ['/', `/l/${newId()}`, `/k/${newId()}`, '/v1/health', '/desk'])
      expect(await may(path)).toContain('microphone=()')
    await other.remove()
  } finally {
    dist.remove()
  }
})
