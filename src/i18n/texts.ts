type Texts = { readonly [key: string]: string | Texts }

const files = import.meta.glob<Texts>('../../locales/*/resident.json', { import: 'default' })

/**
 * The resident's texts of one language as they stand in its file, dotted key to text; nothing where there is no such
 * language. Throws when the file cannot be fetched.
 */
export async function residentTexts(code: string): Promise<ReadonlyMap<string, string> | undefined> {
  const texts = await files[`../../locales/${code}/resident.json`]?.()
  return texts && new Map(flatTexts(texts))
}

/** Texts in groups as one list, dotted key and text. */
export const flatTexts = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flatTexts(value, `${path}${key}.`)
  )
