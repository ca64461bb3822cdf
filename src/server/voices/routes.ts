import { createHash } from 'node:crypto'

import {
  clipHash,
  languageCode,
  type LanguageRecordings,
  type Recording,
  RecordingQuery,
  type Recordings,
  textKey,
  type VoiceCounts,
  WAV_LIMIT
} from '#wire/voices.ts'

import type { Deps } from '../deps.ts'
import { readBytes } from '../http/body.ts'
import { header } from '../http/header.ts'
import { isId } from '../http/id.ts'
import { problem } from '../http/problem.ts'
import type { App } from '../member.ts'
import { ofTeam } from '../team/allowed.ts'

const is = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

/** Recordings of the product's own sentences: heard by anybody, made and taken away by a coordinator of the place. */
export function voiceRoutes(app: App, { storage, voices, people, now }: Deps): void {
  const { requireMember } = people

  app.get('/v1/locations/:id/voices/:language', async c => {
    const { id, language } = c.req.param()
    const profile = isId(id) && is(languageCode, language) ? await storage.locations.profile(id) : 'not-found'
    if (profile === 'not-found') return problem('not-found')
    const clips = (await voices.of(id, language)).map(({ key, hash, mark }) => [key, [hash, mark]])
    const index: Recordings = { generated: profile.generatedVoices ?? true, clips: Object.fromEntries(clips) }
    const body = JSON.stringify(index)
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const headers = { etag, 'cache-control': 'no-cache', 'content-type': 'application/json' }
    const same = c.req.header('if-none-match')?.includes(etag)
    return same ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
  })

  app.get('/v1/locations/:id/voices/:language/:hash', async c => {
    const { id: location, language, hash } = c.req.param()
    if (!isId(location) || !is(languageCode, language) || !is(clipHash, hash)) return problem('not-found')
    const clip = await voices.clip({ location, language, hash })
    if (clip === 'not-found') return problem('not-found')
    // its name is the hash of what is in it
    const headers = { 'content-type': 'audio/mpeg', 'cache-control': 'public, max-age=31536000, immutable' }
    return new Response(clip as Uint8Array<ArrayBuffer>, { headers })
  })

  app.get('/v1/desk/voices', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    return c.json<VoiceCounts>({ languages: await voices.counts(member.location) })
  })

  app.get('/v1/desk/voices/:language', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    const { language } = c.req.param()
    if (!is(languageCode, language)) return problem('not-found')
    return c.json<LanguageRecordings>({ recordings: await voices.of(member.location, language) })
  })

  app.put('/v1/desk/voices/:language/:key', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    const { language, key } = c.req.param()
    if (!is(languageCode, language) || !is(textKey, key)) return problem('not-found')
    const query = RecordingQuery.safeParse(c.req.query())
    if (!query.success) return problem('bad-request', { detail: 'mark' })
    if (!/^audio\/wav(;|$)/i.test(header(c, 'content-type') ?? '')) return problem('wrong-type')
    const wav = await readBytes(c, WAV_LIMIT)
    if (wav === 'too-large') return problem('too-large')
    if (wav === 'unreadable') return problem('bad-request')
    const act = { location: member.location, language, key, member: member.id, now: now() }
    const recorded = await voices.record(act, wav, query.data.mark)
    if (typeof recorded === 'string') return problem(recorded)
    return c.json<Recording>(recorded)
  })

  app.delete('/v1/desk/voices/:language/:key', requireMember, async c => {
    const member = ofTeam(c.get('member'), 'coordinator')
    if (member instanceof Response) return member
    const { language, key } = c.req.param()
    const erased = await voices.erase({ location: member.location, language, key, member: member.id, now: now() })
    return erased === 'erased' ? c.body(null, 204) : problem(erased)
  })
}
