import { DutchWords } from './DutchWords.tsx'
import { useWords } from './words.ts'

export interface SayProps {
  /** Text key. */
  readonly text: string
  readonly values?: Readonly<Record<string, string | number>> | undefined
}

/** A text that reading aloud finds and highlights. */
export function Say({ text, values }: SayProps) {
  const { t } = useWords()
  return (
    <span data-say={text}>
      <DutchWords text={t(text, values)} />
    </span>
  )
}
