/** SHA-256, 32 bytes. The only place outside `sealing/` that names `crypto.subtle`. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource))
}
