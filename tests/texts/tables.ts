import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Texts of one page in one language: dotted key to text. */
export type Table = ReadonlyMap<string, string>

export const languages: readonly string[] = readdirSync('locales', { withFileTypes: true })
  .filter(i => i.isDirectory())
  .map(i => i.name)

export const namespaces = ['resident', 'desk'] as const
export type Namespace = (typeof namespaces)[number]

/** The resident's part is in every language, the desk in those its people work in. */
export const namespacesOf = (language: string): readonly Namespace[] =>
  namespaces.filter(namespace => existsSync(`locales/${language}/${namespace}.json`))

const flat = (value: unknown, path: string): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key))
    : [[path, String(value)]]

/** The texts of one file of `locales/`. */
export const table = (language: string, namespace: Namespace): Table =>
  new Map(flat(JSON.parse(readFileSync(`locales/${language}/${namespace}.json`, 'utf8')), ''))

const PLURAL = /_(zero|one|two|few|many|other)$/

/** The key that the code names, without the ending of a plural form. */
export const baseKey = (key: string): string => key.replace(PLURAL, '')

/** Keys that have plural forms: those with a form for `other`. */
export const plurals = (texts: Table): readonly string[] =>
  [...texts.keys()].filter(key => key.endsWith('_other')).map(baseKey)

/** The names between braces, in order of the alphabet. */
export const placeholders = (text: string): string =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(i => i[1]!)
    .sort((a, b) => (a < b ? -1 : 1))
    .join(' ')
