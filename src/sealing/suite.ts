import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke'

/**
 * The one suite of this version: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. It is RFC 9180
 * appendix A.3 word for word, so foreign vectors exist, and P-256 is in every browser that an old donated tablet runs.
 */
export function suite(): CipherSuite {
  return new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM)
}
