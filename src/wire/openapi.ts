import * as z from 'zod/mini'

import { LocationList, LocationProfile } from './location.ts'
import { id, time } from './primitives.ts'
import { type ProblemCode, problems } from './problem.ts'
import { Closing, DeskEvent, QueueItem, QueuePage } from './queue.ts'
import { STATES_LIMIT, envelopeStates } from './states.ts'
import * as tablet from './tablet.ts'
import * as tablets from './tablets.ts'
import * as team from './team.ts'
import * as voices from './voices.ts'

// what the service worker checks by hand, once more as schemas for readers
const Receipt = z.strictObject({ id, seq: z.int(), receivedAt: time, bodySha256: z.string() })
const Withdrawal = z.strictObject({ secret: z.string().check(z.length(43)) })
const WithdrawalAnswer = z.strictObject({ id, state: z.enum(['withdrawn', 'unknown']) })
const StatesQuestion = z.strictObject({ ids: z.array(id).check(z.minLength(1), z.maxLength(STATES_LIMIT)) })
const StatesAnswer = z.strictObject({ states: z.record(z.string(), z.enum(envelopeStates)) })
const Health = z.strictObject({ status: z.literal('ok') })

interface Operation {
  readonly says: string
  readonly body?: z.ZodMiniType | 'envelope' | 'recording'
  readonly answers?: Readonly<Record<number, z.ZodMiniType | 'mp3' | null>>
  readonly refuses?: readonly ProblemCode[]
}

const at = 'not-found' as const
const acts = [at, 'held-by-other', 'wrong-state'] as const
const versioned = [...acts, 'bad-request', 'version-changed'] as const

/** Every operation under `/v1`, by method and path. Desk operations need a session and refuse foreign origins. */
const operations: Readonly<Record<string, Operation>> = {
  'GET /v1/health': { says: 'The server runs and reads its storage', answers: { 200: Health } },
  'GET /v1/locations': { says: 'All places', answers: { 200: LocationList } },
  'GET /v1/locations/{id}': { says: 'The public profile of a place', answers: { 200: LocationProfile }, refuses: [at] },
  'GET /v1/locations/{id}/voices/{language}': {
    says: 'Which sentences people of the place recorded, by the hash of their sound',
    answers: { 200: voices.Recordings },
    refuses: [at]
  },
  'GET /v1/locations/{id}/voices/{language}/{hash}': {
    says: 'One recording as MP3; its name is the hash of what is in it',
    answers: { 200: 'mp3' },
    refuses: [at]
  },
  'PUT /v1/envelopes/{id}': {
    says: 'Hands in a sealed envelope; the same bytes again give the original receipt',
    body: 'envelope',
    answers: { 200: Receipt, 201: Receipt },
    refuses: [
      'id-taken',
      'gone',
      'too-large',
      'wrong-type',
      'not-an-envelope',
      'unknown-location',
      'unknown-epoch',
      'id-differs',
      'too-many',
      'storage-full'
    ]
  },
  'DELETE /v1/envelopes/{id}': {
    says: 'Withdraws an envelope, also before it arrived',
    body: Withdrawal,
    answers: { 200: WithdrawalAnswer, 202: WithdrawalAnswer },
    refuses: ['wrong-secret', 'too-many', 'storage-full']
  },
  'POST /v1/envelopes/states': {
    says: 'What became of envelopes',
    body: StatesQuestion,
    answers: { 200: StatesAnswer },
    refuses: ['too-many']
  },
  'POST /v1/tablets': {
    says: 'Makes this browser a tablet of the place, by a link from the desk',
    body: tablet.Enrolment,
    answers: { 201: tablet.Enrolled },
    refuses: ['wrong-secret', 'already-used', 'gone', 'too-many', 'storage-full']
  },
  'POST /v1/tablets/heartbeat': {
    says: 'A tablet, by its bearer secret, tells how many cards wait on it',
    body: tablet.Heartbeat,
    answers: { 200: tablet.HeartbeatAnswer },
    refuses: ['wrong-secret', 'gone', 'too-many']
  },
  'GET /v1/desk/tablets': { says: 'The tablets of the place', answers: { 200: tablets.Tablets } },
  'POST /v1/desk/tablets': {
    says: 'Makes a link for one tablet',
    body: tablets.NewTablet,
    answers: { 201: tablets.TabletLink }
  },
  'DELETE /v1/desk/tablets/{id}': { says: 'Revokes a tablet', answers: { 204: null }, refuses: [at, 'not-allowed'] },
  'GET /v1/desk/voices': {
    says: 'How many recordings each language of the place has',
    answers: { 200: voices.VoiceCounts },
    refuses: ['not-allowed']
  },
  'GET /v1/desk/voices/{language}': {
    says: 'The recordings of one language',
    answers: { 200: voices.LanguageRecordings },
    refuses: [at, 'not-allowed']
  },
  'PUT /v1/desk/voices/{language}/{key}': {
    says: 'Records one sentence, or records it again; `?mark=` says which text was read out',
    body: 'recording',
    answers: { 200: voices.Recording },
    refuses: [
      at,
      'not-allowed',
      'bad-request',
      'wrong-type',
      'too-large',
      'invalid-body',
      'silent',
      'full',
      'storage-full'
    ]
  },
  'DELETE /v1/desk/voices/{language}/{key}': {
    says: 'Takes a recording away',
    answers: { 204: null },
    refuses: [at, 'not-allowed']
  },
  'POST /v1/desk/setup': { says: 'The first account', body: team.NewAccount, answers: { 201: team.Me } },
  'POST /v1/desk/sign-in': {
    says: 'Signs in',
    body: team.SignIn,
    answers: { 200: team.Me },
    refuses: ['wrong-secret', 'too-many']
  },
  'POST /v1/desk/sign-out': { says: 'Signs out', answers: { 204: null } },
  'GET /v1/desk/me': { says: 'Who is signed in', answers: { 200: team.Me } },
  'POST /v1/desk/location': { says: 'Makes the location', body: team.NewLocation, answers: { 201: LocationProfile } },
  'PUT /v1/desk/location': {
    says: 'Changes the location',
    body: team.LocationChange,
    answers: { 200: LocationProfile }
  },
  'GET /v1/desk/team': { says: 'People, devices and invites', answers: { 200: team.Team } },
  'POST /v1/desk/invites': { says: 'Makes a one-time link', body: team.NewInvite, answers: { 201: team.Invite } },
  'GET /v1/desk/queue': { says: 'A page of the queue', answers: { 200: QueuePage }, refuses: ['bad-request'] },
  'GET /v1/desk/queue/{id}': { says: 'One card', answers: { 200: QueueItem }, refuses: [at] },
  'DELETE /v1/desk/queue/{id}': { says: 'Erases on request', answers: { 204: null }, refuses: [at] },
  'POST /v1/desk/queue/{id}/opened': { says: 'I opened it', answers: { 200: QueueItem }, refuses: [at] },
  'POST /v1/desk/queue/{id}/claim': { says: 'I take it', answers: { 200: QueueItem }, refuses: acts },
  'POST /v1/desk/queue/{id}/release': { says: 'Back to the team', answers: { 200: QueueItem }, refuses: versioned },
  'POST /v1/desk/queue/{id}/close': {
    says: 'Done, with an outcome',
    body: Closing,
    answers: { 200: QueueItem },
    refuses: versioned
  },
  'POST /v1/desk/queue/{id}/reopen': { says: 'Open again', answers: { 200: QueueItem }, refuses: versioned },
  'POST /v1/desk/queue/{id}/gone': { says: 'No longer here', answers: { 200: QueueItem }, refuses: versioned },
  'GET /v1/desk/events': { says: 'Server-sent events: what changed, without content', answers: { 200: DeskEvent } }
}

/** The interface as OpenAPI 3.1, made from the same schemas that check the requests. */
export function openapi(): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [name, operation] of Object.entries(operations)) {
    const [method, path] = name.split(' ') as [string, string]
    ;(paths[path] ??= {})[method.toLowerCase()] = describe(name, operation)
  }
  const license = { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
  return { openapi: '3.1.0', info: { title: 'Waarheen', version: '1', license }, servers: [{ url: '/' }], paths }
}

function describe(name: string, { says, body, answers = {}, refuses = [] }: Operation): object {
  const desk = name.includes('/v1/desk/')
  const codes: ProblemCode[] = [...refuses]
  if (desk) codes.push('not-signed-in')
  if (typeof body === 'object') codes.push('bad-request', 'invalid-body')
  const responses: Record<string, object> = {}
  for (const [status, schema] of Object.entries(answers)) {
    const type = name.endsWith('/events') ? 'text/event-stream' : 'application/json'
    const content =
      schema === 'mp3'
        ? { content: { 'audio/mpeg': {} } }
        : schema
          ? { content: { [type]: { schema: shape(schema) } } }
          : {}
    responses[status] = { description: says, ...content }
  }
  for (const status of new Set(codes.map(i => problems[i]))) {
    const here = codes.filter(i => problems[i] === status)
    responses[status] = {
      description: [...new Set(here)].join(', '),
      content: { 'application/problem+json': { schema: { type: 'object', properties: { code: { enum: here } } } } }
    }
  }
  return {
    operationId: name.replace(/[^A-Za-z]+(\w?)/g, (_, letter: string) => letter.toUpperCase()),
    summary: says,
    ...parametersOf(name),
    ...(body === undefined ? {} : { requestBody: { required: true, content: content(body) } }),
    responses
  }
}

/** What the gaps in an address and the questions behind it may hold. */
const gaps: Readonly<Record<string, z.ZodMiniType>> = {
  id,
  language: voices.languageCode,
  key: voices.textKey,
  hash: voices.clipHash
}

function parametersOf(name: string): object {
  const path = [...name.matchAll(/\{(\w+)\}/g)].map(([, gap = '']) => ({
    name: gap,
    in: 'path',
    required: true,
    schema: shape(gaps[gap]!)
  }))
  const query = name.startsWith('PUT /v1/desk/voices/')
    ? [{ name: 'mark', in: 'query', required: true, schema: shape(voices.RecordingQuery.shape.mark) }]
    : []
  return path.length + query.length > 0 ? { parameters: [...path, ...query] } : {}
}

function content(body: z.ZodMiniType | 'envelope' | 'recording'): object {
  if (body === 'envelope') return { 'application/octet-stream': {} }
  return body === 'recording' ? { 'audio/wav': {} } : { 'application/json': { schema: shape(body) } }
}

function shape(schema: z.ZodMiniType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
