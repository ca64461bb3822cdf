import { suite } from '#sealing/suite.ts'

/** One entry of RFC 9180 appendix A.3 as `tests/vectors/rfc9180-p256-aes128gcm.json` has it; all values in hex. */
export interface Vector {
  ikmR: string
  skRm: string
  pkRm: string
  enc: string
  info: string
  key: string
  base_nonce: string
  encryptions: { seq: number; pt: string; aad: string; nonce: string; ct: string }[]
  exports: { exporter_context: string; L: string; exported_value: string }[]
}

/**
 * Runs the RFC's known answers through the suite that seals envelopes, in Node and in a browser alike.
 *
 * @returns what was checked, and every difference in words; none is what we want
 */
export async function checkVectors(vectors: readonly Vector[]): Promise<{ checked: number; differences: string[] }> {
  const differences: string[] = []
  let checked = 0
  const compare = (what: string, ours: Uint8Array, theirs: string) => {
    checked++
    if (hex(ours) !== theirs) differences.push(`${what}: ${hex(ours)} instead of ${theirs}`)
  }
  const hpke = suite()
  for (const vector of vectors) {
    const pair = await hpke.DeriveKeyPair(bytes(vector.ikmR), true)
    compare('derived private key', await hpke.SerializePrivateKey(pair.privateKey), vector.skRm)
    compare('derived public key', await hpke.SerializePublicKey(pair.publicKey), vector.pkRm)
    const context = await hpke.SetupRecipient(pair, bytes(vector.enc), { info: bytes(vector.info) })
    const key = await crypto.subtle.importKey('raw', bytes(vector.key), 'AES-GCM', false, ['encrypt'])
    for (let seq = 0; seq <= Math.max(...vector.encryptions.map(i => i.seq)); seq++) {
      const given = vector.encryptions.find(i => i.seq === seq)
      // the RFC prints six of 257 messages; the ones between are made from its key so that the count goes on
      const message = given ? bytes(given.ct) : await between(key, bytes(vector.base_nonce), seq)
      const opened = await context.Open(message, given ? bytes(given.aad) : new Uint8Array())
      if (given) compare(`message ${seq}`, opened, given.pt)
    }
    for (const { exporter_context, L, exported_value } of vector.exports) {
      compare('exported secret', await context.Export(bytes(exporter_context), Number(L)), exported_value)
    }
  }
  return { checked, differences }
}

async function between(key: CryptoKey, iv: Uint8Array<ArrayBuffer>, seq: number): Promise<Uint8Array> {
  iv[11]! ^= seq & 255
  iv[10]! ^= seq >> 8
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(1)))
}

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
}

export function hex(of: Uint8Array): string {
  return Array.from(of, byte => byte.toString(16).padStart(2, '0')).join('')
}
