import type { Place } from '#store/place.ts'

/** Where the secret of an enrolled tablet lies. */
export interface Known {
  readonly place: { get(): Promise<Place | undefined> }
}

/**
 * The header by which the server knows an enrolled tablet, so that a crowd at the same address does not stop its
 * cards; nothing on any other device. A server that revoked the tablet takes its cards as from anybody.
 */
export async function bearerOf({ place }: Known): Promise<Readonly<Record<string, string>>> {
  const secret = (await place.get())?.tablet?.secret
  return secret === undefined ? {} : { authorization: `Bearer ${secret}` }
}
