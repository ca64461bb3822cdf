import type { Spoken } from '#intake/speakable.ts'

/** One text on the screen: its key, or '' for words that are not ours. */
export interface Shown {
  readonly key: string
  readonly text: string
  readonly lang?: string | undefined
}

/** A sentence to read and the place, among those shown, of what shows it. */
export interface Turn {
  readonly say: Spoken
  readonly at: number
}

/**
 * What is read of a page: its sentences in their order, but none that is not on the screen, and what a page shows
 * besides (how far sending is, a question of its own) where it stands.
 */
export function readingOrder(said: readonly Spoken[], shown: readonly Shown[]): readonly Turn[] {
  const free = new Set(shown.keys())
  const turns: Turn[] = []
  for (const say of said) {
    const fits = [...free].filter(at => isOf(say, shown[at]!))
    // the same words may stand there twice: the next in reading
    const last = turns[turns.length - 1]?.at ?? -1
    const at = fits.find(i => i > last) ?? fits[0]
    if (at === undefined) continue
    free.delete(at)
    turns.push({ say, at })
  }
  for (const at of free) {
    const { key, text, lang } = shown[at]!
    const say: Spoken = key ? { key } : lang ? { text, lang } : { text }
    const before = Math.max(-1, ...turns.map(i => i.at).filter(i => i < at))
    // what stands above the title, such as who translated it, waits until the page is read
    const place =
      before < 0 && said.length > 0 && turns.length > 0 ? turns.length : turns.findIndex(i => i.at === before) + 1
    turns.splice(place, 0, { say, at })
  }
  return turns
}

const isOf = (say: Spoken, { key, text }: Shown): boolean =>
  'key' in say ? say.key === key : key === '' && say.text === text
