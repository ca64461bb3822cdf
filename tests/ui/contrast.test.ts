import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')

/** The colours of a theme: those of the day, with what the theme changes laid over them. */
function colours(theme: string): (name: string) => string {
  const blocks = ['\n:root', ...(theme === 'day' ? [] : [`[data-theme='${theme}']`])]
  const tokens = new Map<string, string>()
  for (const block of blocks) {
    const from = css.indexOf(`${block} {`)
    if (from < 0) throw new Error(`no theme ${theme}`)
    for (const [, name, value] of css.slice(from, css.indexOf('}', from)).matchAll(/--waarheen-([\w-]+): ([^;]+);/g)) {
      tokens.set(name!, value!)
    }
  }
  const read = (name: string): string => {
    const value = tokens.get(name)
    if (!value) throw new Error(`no token ${name}`)
    const other = /^var\(--waarheen-([\w-]+)\)$/.exec(value)
    return other ? read(other[1]!) : value
  }
  return read
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replaceAll(/[\da-f]/gi, '$&$&') : hex
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

const grounds = ['color-ground', 'color-ground-deep', 'color-sky', 'color-stone']
/** Text of the resident, and what it stands on. */
const texts = [
  ...grounds.flatMap(ground => [
    ['color-ink', ground],
    ['color-ink-soft', ground]
  ]),
  ['color-ink', 'color-path-soft'],
  ['color-on-path', 'color-path'],
  ['tile-chosen-color', 'tile-chosen-background-color'],
  ['button-primary-color', 'button-primary-background-color'],
  ['lock-closed-color', 'lock-closed-background-color'],
  ['path-laid-color', 'path-laid-background-color'],
  ['color-promise', 'color-promise-soft']
] as const
/** Lines that say what something is, against what lies beside them. */
const lines = [
  ['tile-border-color', 'color-stone'],
  ['tile-border-color', 'color-ground'],
  ['color-focus', 'color-ground'],
  ['color-focus', 'color-ground-deep'],
  ['color-focus', 'color-stone'],
  ['wheel-change-color', 'color-stone']
] as const

describe.each(['day', 'dark', 'contrast', 'dark-contrast'])('whoever sees little, on a page by %s', theme => {
  const read = colours(theme)

  test('reads every text at seven to one', () => {
    const weak = texts.filter(([ink, ground]) => contrast(read(ink!), read(ground!)) < 7)
    expect(weak).toEqual([])
  })

  test('sees every line at three to one', () => {
    const weak = lines.filter(([line, ground]) => contrast(read(line), read(ground)) < 3)
    expect(weak).toEqual([])
  })
})
