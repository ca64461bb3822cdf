import { globSync, readFileSync } from 'node:fs'

import { baseKey, type Table } from './tables.ts'

/** Every string and template in the source that could be a text key, with the file in which it stands. */
export interface Mention {
  readonly file: string
  /** `pro.team.${role}` stands here as `pro.team.*`. */
  readonly key: string
}

const STRING = /(['"])((?:(?!\1)[^\\\n])*)\1/g
const TEMPLATE = /`([^`\n]*)`/g
const KEY = /^[a-z][A-Za-z]*(\.[A-Za-z_*][A-Za-z\d_*]*)+$/

/** Text keys named in TypeScript, in JSX and in the pages; each `${…}` becomes `*`. */
export function mentionsIn(file: string, source: string): readonly Mention[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const strings = [...code.matchAll(STRING)].map(i => i[2]!)
  const templates = [...code.matchAll(TEMPLATE)].map(i => i[1]!.replace(/\$\{[^}]*\}/g, '*'))
  const marked = [...code.matchAll(/data-(?:text|t|key)="([^"]+)"/g)].map(i => i[1]!)
  return [...strings, ...templates, ...marked]
    .filter(key => KEY.test(key) || /^\*[._]\w+$/.test(key))
    .map(key => ({ file, key }))
}

export const mentions = (): readonly Mention[] =>
  globSync('src/**/*.{ts,tsx,html}').flatMap(file => mentionsIn(file, readFileSync(file, 'utf8')))

/** Keys whose text stands in a page itself, where it must be readable without a script. */
export function writtenOut(texts: Table): readonly string[] {
  const pages = globSync('src/**/*.html').map(file => readFileSync(file, 'utf8'))
  return [...texts].flatMap(([key, text]) => (pages.some(page => page.includes(text)) ? [key] : []))
}

/** A `*` stands for one part of a key, for the start of it, or behind its first part for the whole rest. */
const pattern = (key: string): RegExp => {
  const rest = key.replace(/^(\w+)\.\*$/, '$1.#').replace(/\./g, '\\.')
  return new RegExp(`^${rest.replace(/^\*/, '[a-zA-Z.]+').replace(/\*/g, '\\w+').replace('#', '[\\w.]+')}$`)
}

/** Keys of a table that no source names. */
export function unused(texts: Table, named: readonly Mention[]): readonly string[] {
  const exact = new Set(named.map(i => i.key))
  const patterns = [...exact].filter(key => key.includes('*')).map(pattern)
  const isNamed = (key: string) => exact.has(key) || patterns.some(i => i.test(key))
  // what a voice says instead of a text is used wherever that text is
  const shown = (key: string) => key.replace(/^spoken\./, '')
  return [...texts.keys()]
    .map(key => [key, shown(key)] as const)
    .filter(([, key]) => !isNamed(key) && !isNamed(baseKey(key)))
    .map(([key]) => key)
}

/** Keys that a source names and no table has, of the kinds of key that the tables do have. */
export function missing(known: ReadonlySet<string>, named: readonly Mention[]): readonly Mention[] {
  const spaces = new Set([...known].map(key => key.split('.')[0]))
  const all = [...known]
  return named.filter(({ key }) => {
    if (!spaces.has(key.split('.')[0])) return false
    return key.includes('*') ? !all.some(i => pattern(key).test(i)) : !known.has(key)
  })
}
