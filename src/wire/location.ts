import * as z from 'zod/mini'

import { id, line, lineOrNothing, time, upToBytes } from './primitives.ts'

/** The promises of `pro.promise.*`. An unsigned one is not shown to residents. */
export const promiseIds = ['b1', 'b2', 'b3', 'b4', 'b5'] as const
export type PromiseId = (typeof promiseIds)[number]

/** One promise line, signed by a person with a function. */
export const SignedPromise = z.strictObject({ id: z.enum(promiseIds), name: line(80), at: time })
export type SignedPromise = z.infer<typeof SignedPromise>

/** Steps and asks a place may switch off, by id and code; a place never adds a question. */
const switched = z.array(z.string().check(z.regex(/^[a-z]+(\.[a-z_]+)?$/), z.maxLength(40))).check(z.maxLength(40))

/** How long a tablet waits for a touch where the place chose nothing else. */
export const IDLE_SECONDS = 90

/** What staff fill in about their place. Plain and public: it stands on the poster too. */
export const LocationDetails = z.strictObject({
  place: line(60),
  address: lineOrNothing(120),
  hours: lineOrNothing(160),
  telephone: lineOrNothing(30),
  privacyContact: lineOrNothing(80),
  /** Days without a conversation after which a card is erased. */
  keepDays: z.int().check(z.gte(7), z.lte(365)),
  basis: z.enum(['consent', 'task']),
  /** The organisation's own statement (AVG art. 13), plain text. */
  statement: lineOrNothing(4000),
  /** Seconds without a touch after which a tablet asks whether somebody is there; `IDLE_SECONDS` where absent. */
  idleSeconds: z.optional(z.int().check(z.gte(60), z.lte(300))),
  /** Whether a computer's voice may read aloud where nobody recorded a sentence; yes where absent. */
  generatedVoices: z.optional(z.boolean()),
  offSteps: switched,
  offAsks: switched
})
export type LocationDetails = z.infer<typeof LocationDetails>

/** `GET /v1/locations/{id}`. */
export const LocationProfile = z.strictObject({
  id,
  ...LocationDetails.shape,
  promises: z.array(SignedPromise).check(z.maxLength(5)),
  /** True until the recovery sheet was typed back once: a banner on every page, and no real residents. */
  practice: z.boolean(),
  /** The chain of team cards (`sealing/card.ts`), oldest first, base64url. */
  cards: z.array(upToBytes(400)).check(z.minLength(1), z.maxLength(100))
})
export type LocationProfile = z.infer<typeof LocationProfile>

/** `GET /v1/locations`: enough to choose a place when the address names none. */
export const LocationList = z.strictObject({
  locations: z.array(z.strictObject({ id, place: z.string(), address: z.string() }))
})
export type LocationList = z.infer<typeof LocationList>
