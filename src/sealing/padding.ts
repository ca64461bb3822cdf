/**
 * Padding of ISO/IEC 7816-4: one byte 0x80, then zeros, so that the length of what somebody wrote is not seen.
 *
 * @throws RangeError when the text and its 0x80 do not fit
 */
export function pad(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  if (bytes.length >= length) throw new RangeError(`at most ${length - 1} bytes fit, these are ${bytes.length}`)
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  return padded
}

/** What was padded, or nothing when these bytes were not. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  let end = padded.length - 1
  while (end >= 0 && padded[end] === 0) end--
  return padded[end] === 0x80 ? padded.slice(0, end) : undefined
}
