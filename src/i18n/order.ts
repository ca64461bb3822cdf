/** What `locales/<language>/meta.json` says. */
export interface Meta {
  readonly name: string
  readonly dir: 'ltr' | 'rtl'
  readonly begin?: string
  readonly script: string
  /** Texts are written in this language first. */
  readonly source: boolean
  /** `generated`: the product ships a voice for it, made by a computer (`npm run voices`). */
  readonly voice?: 'generated'
  readonly reviewedBy?: string | null
  readonly reviewedOn?: string | null
}

/** The language the texts are written in first, then by own name: script by script, the same on every device. */
export const inOrder = (a: Pick<Meta, 'name' | 'source'>, b: Pick<Meta, 'name' | 'source'>): number =>
  Number(b.source) - Number(a.source) || (a.name < b.name ? -1 : 1)
