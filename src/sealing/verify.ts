import { labelled, type labels } from './labels.ts'

export const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** True when the holder of this 65-byte public key signed these parts under this label (ECDSA P-256, 64 bytes). */
export async function verify(
  publicKey: Uint8Array,
  signature: Uint8Array,
  label: keyof typeof labels,
  ...parts: readonly Uint8Array[]
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey as BufferSource, ECDSA, false, ['verify'])
    return await crypto.subtle.verify(ECDSA, key, signature as BufferSource, labelled(label, ...parts))
  } catch {
    // 65 bytes that are no point of the curve: nobody can have signed with them
    return false
  }
}
