import * as z from 'zod/mini'

/** Base64url of exactly so many bytes. */
export const bytes = (length: number) => z.string().check(z.regex(/^[\w-]+$/), z.length(Math.ceil((length * 4) / 3)))
/** Base64url of at most so many bytes. */
export const upToBytes = (length: number) =>
  z.string().check(z.regex(/^[\w-]+$/), z.minLength(2), z.maxLength(Math.ceil((length * 4) / 3)))
/** 16 random bytes: locations, envelopes, devices, members. */
export const id = bytes(16)
/** Milliseconds since 1970. */
export const time = z.int().check(z.nonnegative())
/** A line of text that a person typed, trimmed. */
export const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))
export const lineOrNothing = (max: number) => z.string().check(z.trim(), z.maxLength(max))
