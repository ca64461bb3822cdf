import { toBase64url } from '#wire/bytes.ts'

/** The poster needs only half of the hash of the first team card: a shorter QR code, still far beyond guessing. */
const SHORT = 16

/** What a resident's phone opens. The part after # never reaches the server. */
export function posterLink(origin: string, location: string, root: Uint8Array): string {
  return `${origin}/l/${location}#r=${toBase64url(root.slice(0, SHORT))}`
}

/** Makes one tablet of the place, once. Carries the key to hold the server to, so it is made on an open desk only. */
export function tabletLink(origin: string, location: string, root: Uint8Array, token: string): string {
  return `${origin}/k/${location}#r=${toBase64url(root.slice(0, SHORT))}&t=${token}`
}

/** For one colleague, once. Carries the whole hash, so that their desk knows the true team from the first moment. */
export function inviteLink(origin: string, token: string, root: Uint8Array): string {
  return `${origin}/desk/#invite=${token}&r=${toBase64url(root)}`
}
