import { DutchWords } from './DutchWords.tsx'
import { useWords } from './words.ts'

export interface SentencesProps {
  /** Text key. */
  readonly says: string
  readonly id?: string | undefined
}

/** A helper under a title. Each sentence stays together on its line as far as there is room. */
export function Sentences({ says, id }: SentencesProps) {
  const text = useWords().t(says)
  // Safari 15 has no look-behind, so this takes sentences instead of cutting between them.
  const sentences = text.match(/[^.?!؟።]+[.?!؟።]*/gu)?.map(i => i.trim()) ?? []
  return (
    <p class="help" id={id} data-say={says}>
      {sentences.flatMap((sentence, i) => [
        i > 0 && ' ',
        <span key={sentence}>
          <DutchWords text={sentence} />
        </span>
      ])}
    </p>
  )
}
