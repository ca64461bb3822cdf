import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { describe, expect, test } from 'vitest'

import { suite } from '#sealing/suite.ts'
import { concat } from '#wire/bytes.ts'
import rfc from '../vectors/rfc9180-p256-aes128gcm.json'
import wycheproof from '../vectors/wycheproof-ecdh-secp256r1-ecpoint.json'
import { bytes, checkVectors, hex } from './rfc9180.ts'
import { random } from './worlds.ts'

describe('the suite that seals', () => {
  test('gives the answers that RFC 9180 prints in appendix A.3', async () => {
    expect(await checkVectors(rfc)).toEqual({ checked: 11, differences: [] })
  })

  test('judges all 355 Wycheproof points as they should be judged', async () => {
    const cases = wycheproof.testGroups.flatMap(group => group.tests)
    expect(cases.length).toBe(355)
    const wrong: number[] = []
    for (const { tcId, public: point, private: scalar, shared, result } of cases) {
      const agreed = await agree(bytes(point), bytes(scalar))
      const right = agreed === shared ? result !== 'invalid' : agreed === 'refused' && result !== 'valid'
      if (!right) wrong.push(tcId)
    }
    expect(wrong).toEqual([])
  })

  test('writes 1,000 messages that another library reads, and reads 1,000 of theirs', { timeout: 60_000 }, async () => {
    const ours = suite()
    const theirs = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })
    const pair = await ours.GenerateKeyPair(true)
    const point = await ours.SerializePublicKey(pair.publicKey)
    const theirPublic = await theirs.kem.deserializePublicKey(point)
    const theirPrivate = await theirs.kem.deserializePrivateKey(await ours.SerializePrivateKey(pair.privateKey))
    const different: number[] = []
    for (let i = 0; i < 1000; i++) {
      const [plaintext, info, aad] = [random(1 + (i % 300)), random(41), random(75)]
      const sent = await ours.Seal(pair.publicKey, plaintext, { info, aad })
      const read = await theirs.open(
        { recipientKey: theirPrivate, enc: sent.encapsulatedSecret, info },
        sent.ciphertext,
        aad
      )
      const answer = await theirs.seal({ recipientPublicKey: theirPublic, info }, plaintext, aad)
      const back = await ours.Open(pair, new Uint8Array(answer.enc), new Uint8Array(answer.ct), { info, aad })
      if (hex(new Uint8Array(read)) !== hex(plaintext) || hex(back) !== hex(plaintext)) different.push(i)
    }
    expect(different).toEqual([])
  })
})

/** The secret that two keys agree on, as hex, or 'refused'. */
async function agree(point: Uint8Array, scalar: Uint8Array): Promise<string> {
  try {
    const publicKey = await suite().DeserializePublicKey(point)
    const privateKey = await suite().DeserializePrivateKey(concat(new Uint8Array(32), scalar).slice(-32))
    const ecdh = { name: 'ECDH', public: publicKey as CryptoKey }
    return hex(new Uint8Array(await crypto.subtle.deriveBits(ecdh, privateKey as CryptoKey, 256)))
  } catch {
    return 'refused'
  }
}
