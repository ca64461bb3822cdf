import { sayable } from '#intake/sayable.ts'
import { textMark } from '#wire/textMark.ts'
import type { Recording } from '#wire/voices.ts'

/** One sentence to read out. */
export interface Sentence {
  readonly key: string
  /** In the language that is read out, or in the one that it is laid over. */
  readonly text: string
  readonly dutch: string
  /** `textMark` of the text as it is now. */
  readonly mark: string
}

export type State = 'missing' | 'done' | 'old'
export type Known = ReadonlyMap<string, Recording>

/** All sentences of a language in the order of the conversation. */
export async function sentencesOf(
  texts: ReadonlyMap<string, string>,
  dutch: ReadonlyMap<string, string>
): Promise<readonly Sentence[]> {
  return Promise.all(
    sayable(texts).map(async key => {
      const text = texts.get(key)!
      return { key, text, dutch: dutch.get(key) ?? '', mark: await textMark(text) }
    })
  )
}

/** `old`: the text is another one by now than the one that was read out. */
export function stateOf({ key, mark }: Sentence, recordings: Known): State {
  const recording = recordings.get(key)
  if (!recording) return 'missing'
  return recording.mark === mark ? 'done' : 'old'
}

/** Which sentence comes after this one among those that are not done, from the start again at the end; none when all are. */
export function nextToDo(
  sentences: readonly Sentence[],
  recordings: Known,
  after: string | undefined
): Sentence | undefined {
  const at = sentences.findIndex(({ key }) => key === after)
  const rest = [...sentences.slice(at + 1), ...sentences.slice(0, at + 1)]
  return rest.find(i => i.key !== after && stateOf(i, recordings) !== 'done')
}
