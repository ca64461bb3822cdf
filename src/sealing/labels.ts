import { concat } from '#wire/bytes.ts'

/**
 * Every place where a key is derived, a seal closed or a signature set has its own label, so that bytes made for
 * one purpose mean nothing for another. Fixed for ever: a new meaning gets a new label. No label begins with
 * another, so that what follows a label can never be read as the rest of a longer one (a test checks it).
 */
export const labels = {
  summary: 'werkwinkel/v1/summary',
  card: 'werkwinkel/v1/card',
  withdraw: 'werkwinkel/v1/withdraw',
  device: 'ww1/device',
  bundle: 'ww1/bundle',
  signedBundle: 'ww1/signed-bundle',
  recoveryKey: 'ww1/recovery-key',
  recoveryProof: 'ww1/recovery-proof',
  recoveryId: 'ww1/recovery-id',
  fingerprint: 'ww1/fingerprint'
} as const

/** A label followed by parts of fixed lengths. */
export function labelled(label: keyof typeof labels, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concat(new TextEncoder().encode(labels[label]), ...parts)
}

/** An epoch as four bytes, the highest first. */
export function epochBytes(epoch: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, epoch)
  return bytes
}
