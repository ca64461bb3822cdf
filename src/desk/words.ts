import { loadWords, type Words } from '#i18n/words.ts'

/** The languages a professional can work in; the first is where texts begin. */
export const deskLanguages = ['nl', 'en'] as const
export type DeskLanguage = (typeof deskLanguages)[number]

export interface DeskWords {
  /** The words of this page. */
  readonly desk: Words
  /** The words a resident reads, in the professional's language. */
  readonly resident: Words
}

export async function loadDeskWords(language: DeskLanguage): Promise<DeskWords> {
  const [desk, resident] = await Promise.all([loadWords(language, 'desk'), loadWords(language, 'resident')])
  return { desk, resident }
}

/** One tongue for the whole desk: `pro.…` is ours, any other key is what the resident read, with the place filled in. */
export function deskWords({ desk, resident }: DeskWords, place: string): Words {
  return {
    ...desk,
    t: (key, values) => (key.startsWith('pro.') ? desk : resident).t(key, { place, ...values })
  }
}
