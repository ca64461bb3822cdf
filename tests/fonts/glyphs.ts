import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/** The order of the known tables in a WOFF2 directory; https://www.w3.org/TR/WOFF2/#table_dir_format */
const CMAP = 0
const GLYF = 10
const LOCA = 11

/** The characters that a WOFF2 file can draw, as its `cmap` has them. Throws when it is none. */
export function glyphsOf(file: string): ReadonlySet<number> {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 0, 4) !== 'wOF2') throw new Error(`${file} is no WOFF2`)
  let at = 48
  const number = () => {
    // seven bits a byte, the highest says that more follow
    let value = 0
    for (;;) {
      const byte = bytes[at++]!
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  let start = 0
  let offset = -1
  for (let tables = bytes.readUInt16BE(12); tables > 0; tables--) {
    const flags = bytes[at++]!
    const known = flags & 63
    if (known === 63) at += 4
    const length = number()
    // glyf and loca are packed unless version 3 says not; all others are packed only where their version is not 0
    const packed = known === GLYF || known === LOCA ? flags >> 6 !== 3 : flags >> 6 !== 0
    const size = packed ? number() : length
    if (known === CMAP) offset = start
    start += size
  }
  const packed = bytes.subarray(at, at + bytes.readUInt32BE(20))
  return characters(brotliDecompressSync(packed).subarray(offset))
}

/** Formats 4 and 12 are all that fonts for the web have. */
function characters(cmap: Buffer): ReadonlySet<number> {
  const found = new Set<number>()
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + i * 8))
    const format = table.readUInt16BE(0)
    if (format === 12) {
      for (let group = 0; group < table.readUInt32BE(12); group++) {
        const [first, last] = [table.readUInt32BE(16 + group * 12), table.readUInt32BE(20 + group * 12)]
        for (let code = first; code <= last; code++) found.add(code)
      }
    }
    if (format === 4) {
      const twice = table.readUInt16BE(6)
      for (let segment = 0; segment < twice; segment += 2) {
        const [last, first] = [table.readUInt16BE(14 + segment), table.readUInt16BE(16 + twice + segment)]
        for (let code = first; code <= last && code < 0xffff; code++) found.add(code)
      }
    }
  }
  return found
}
