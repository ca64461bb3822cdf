import { heardLanguages } from './heard.ts'
import { inOrder, type Meta } from './order.ts'

export interface Language {
  /** BCP 47, the name of its folder in `locales/`. */
  readonly code: string
  /** Its own name, in its own script. */
  readonly name: string
  readonly dir: 'ltr' | 'rtl'
  /** "Ik begin", on the first page of a tablet: the text `welcome.start` of that language, at hand before it is loaded. */
  readonly begin?: string | undefined
  /** ISO 15924. */
  readonly script: string
  /** False: a person who speaks it has not read the texts yet, and the page says so (`lang.machineNote`). */
  readonly reviewed: boolean
  /** Whether the product ships a voice for it, made by a computer. */
  readonly voice?: boolean | undefined
  /** A language that is heard rather than read: whose texts stand on the screen. */
  readonly over?: string
}

const metas = import.meta.glob<Meta>('../../locales/*/meta.json', { eager: true, import: 'default' })

/** Every language there is, the one the texts are written in first, then by name. Adding a folder adds a language. */
export const languages: readonly Language[] = Object.entries(metas)
  .map(([path, meta]) => ({ ...meta, code: path.split('/').slice(-2)[0]! }))
  .sort(inOrder)
  .map(({ code, name, dir, begin, script, source, reviewedBy, voice }) => ({
    code,
    name,
    dir,
    begin,
    script,
    reviewed: source || Boolean(reviewedBy),
    voice: voice !== undefined
  }))

/** Languages that are only heard, as they are chosen: with their own names, over the texts of others. */
export const heard: readonly Language[] = heardLanguages.flatMap(({ code, name, over }) => {
  const written = languages.find(i => i.code === over)
  return written ? [{ ...written, code, name, over, voice: false }] : []
})

/** The language of that code, or the first there is. */
export function languageOf(code: string): Language {
  return [...languages, ...heard].find(i => i.code === code) ?? languages[0]!
}
