import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * A screenshot in at most 256 colours, a third of the size: our pages are flat, so nobody sees it.
 *
 * @param png 8 bits a channel, RGB or RGBA without transparency, not interlaced, as Chromium makes them
 */
export function smaller(png: Buffer): Buffer {
  const { width, height, channels, data } = read(png)
  const pixels = unfilter(data, width, height, channels)
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = paletteOf(counts)
  const places = new Map<number, number>()
  const place = (colour: number) => {
    const known = places.get(colour)
    if (known !== undefined) return known
    const found = nearest(palette, colour)
    places.set(colour, found)
    return found
  }

  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = place(pixels[y * width + x]!)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

function read(png: Buffer): { width: number; height: number; channels: 3 | 4; data: Buffer } {
  const parts: Buffer[] = []
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const channels = png[25] === 6 ? 4 : 3
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    channels,
    data: inflateSync(Buffer.concat(parts))
  }
}

/** Undoes the five filters of PNG, row by row; gives 0xrrggbb for each pixel. */
function unfilter(data: Buffer, width: number, height: number, channels: number): Uint32Array {
  const stride = width * channels
  const pixels = new Uint32Array(width * height)
  let above = new Uint8Array(stride)
  for (let y = 0; y < height; y++) {
    const row = new Uint8Array(data.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    const filter = data[y * (stride + 1)]!
    for (let i = 0; i < stride; i++) {
      const left = i < channels ? 0 : row[i - channels]!
      const corner = i < channels ? 0 : above[i - channels]!
      row[i] = row[i]! + predict(filter, left, above[i]!, corner)
    }
    for (let x = 0; x < width; x++) {
      const i = x * channels
      pixels[y * width + x] = (row[i]! << 16) | (row[i + 1]! << 8) | row[i + 2]!
    }
    above = row
  }
  return pixels
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** As many of the most used ones stay exactly as they are: the grounds and lines of the look. */
const KEPT = 64

/** The most used colours, and of the others none so near to one of them that nobody could tell them apart. */
function paletteOf(counts: ReadonlyMap<number, number>): number[] {
  const byUse = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)
  for (let apart = 12; ; apart += 12) {
    const palette = byUse.slice(0, KEPT)
    for (const colour of byUse.slice(KEPT)) {
      if (palette.every(other => distance(other, colour) > apart)) palette.push(colour)
      if (palette.length > 256) break
    }
    if (palette.length <= 256) return palette
  }
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)]
  return 2 * red * red + 4 * green * green + blue * blue
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  for (let i = 1; i < palette.length; i++) {
    if (distance(palette[i]!, colour) < distance(palette[best]!, colour)) best = i
  }
  return best
}
