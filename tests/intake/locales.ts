import { readFileSync } from 'node:fs'

/** Texts by dotted key, as they stand in `locales/`. */
export function texts(language: string, namespace: 'resident' | 'desk'): ReadonlyMap<string, string> {
  const flat = (value: unknown, path: string): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key))
  return new Map(flat(JSON.parse(readFileSync(`locales/${language}/${namespace}.json`, 'utf8')), ''))
}

/** The label that a resident sees, with the name of the place in it; throws when there is no such text. */
export function labels(language: string, place = 'Werkwinkel Overvecht'): (key: string) => string {
  const all = texts(language, 'resident')
  return key => {
    const text = all.get(key) ?? all.get(`${key}_other`)
    if (text === undefined) throw new Error(`no text ${key} in ${language}`)
    return text.replaceAll('{{place}}', place)
  }
}
