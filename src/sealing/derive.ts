import { labelled, type labels } from './labels.ts'

/** HKDF-SHA256 without salt: independent secrets from one secret, each under its own label. */
export async function derive(
  secret: Uint8Array,
  label: keyof typeof labels,
  length: number
): Promise<Uint8Array<ArrayBuffer>> {
  const base = await crypto.subtle.importKey('raw', secret as BufferSource, 'HKDF', false, ['deriveBits'])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: labelled(label) }
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, base, length * 8))
}
