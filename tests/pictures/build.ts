/**
 * Draws the picture sprites of `public/pictures/` from `pictures.json` (one recipe per code) and `parts.json`
 * (people and objects). `npm run pictures`; the recipe's grammar stands in README.md beside this file.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

interface Drawn {
  readonly draw: string
}
interface Placed {
  readonly part: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly flip?: true
  readonly rot?: number
}
interface Picture {
  readonly alt: string
  readonly mirrorRtl?: true
  readonly layers: readonly (Drawn | Placed)[]
}

const INK = '#10312f'
const here = (file: string) => new URL(file, import.meta.url)
const read = <T>(file: string) => JSON.parse(readFileSync(here(file), 'utf8')) as T
const pictures = read<Record<string, Picture>>('pictures.json')
const parts = read<Record<string, { width: number; body: string }>>('parts.json')
const round = (value: number) => Number(value.toFixed(2))

/** One sprite per prefix of the codes, so that a page loads the pictures of its own question and no others. */
function sprite(codes: readonly string[]): string {
  const used = new Map<string, string>()
  const symbols = codes.map(code => {
    const layers = pictures[code]!.layers.map(layer => {
      if ('draw' in layer) return layer.draw
      const { width } = parts[layer.part]!
      const id = used.get(layer.part) ?? `p${used.size}`
      used.set(layer.part, id)
      const scale = round(layer.w / width)
      const start = `translate(${round(layer.x + (layer.flip ? layer.w : 0))} ${round(layer.y)})`
      const turn = layer.rot ? `rotate(${layer.rot} ${layer.w / 2} ${layer.w / 2})` : ''
      const size = layer.flip ? `scale(${-scale} ${scale})` : `scale(${scale})`
      // drawn twice: first as outline, so that the line around a thing is equally thick at every size
      return `<g transform="${start}${turn}${size}"><use href="#${id}" stroke="${INK}" stroke-linejoin="round" stroke-width="${round(3.2 / scale)}"/><use href="#${id}"/></g>`
    })
    return `<symbol id="${code}" viewBox="-2 -2 68 68">${layers.join('')}</symbol>`
  })
  const defs = [...used].map(([part, id]) => {
    const body = parts[part]!.body.replaceAll(/id="([^"]+)"/g, `id="${id}$1"`).replaceAll(
      /url\(#([^)]+)\)/g,
      `url(#${id}$1)`
    )
    return `<g id="${id}">${body}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg"><defs>${defs.join('')}</defs>${symbols.join('')}</svg>\n`
}

const target = here('../../public/pictures/')
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
const prefixes = Map.groupBy(Object.keys(pictures), code => code.split('.')[0]!)
for (const [prefix, codes] of prefixes) writeFileSync(new URL(`${prefix}.svg`, target), sprite(codes))
writeFileSync(new URL('LICENSE.txt', target), readFileSync(here('LICENSE.txt')))

// which of them turn round: the page must know, a sprite cannot
const mirrored = Object.keys(pictures).filter(code => pictures[code]!.mirrorRtl)
writeFileSync(
  here('../../src/ui/mirrored.ts'),
  `/** Pictures that turn round where writing runs from right to left. Written by \`npm run pictures\`. */
export const mirrored: ReadonlySet<string> = new Set(
  '${mirrored.join(' ')}'.split(
    ' '
  )
)
`
)
