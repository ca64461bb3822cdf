import { toBase64url } from '#wire/bytes.ts'

/** A QR code carries half of the root: shorter, and still far beyond guessing. */
const SHORT = 16

/** What a resident's own phone opens, the same as on the poster. What stands after # never reaches the server. */
export const posterLink = (origin: string, location: string, root: Uint8Array): string =>
  `${origin}/l/${location}#r=${toBase64url(root.slice(0, SHORT))}`

/** Where the browser of a tablet starts each day, to be typed by hand: the tablet knows its own place. */
export const tabletAddress = ({ host }: Pick<Location, 'host'>): string => `${host}/k/`
