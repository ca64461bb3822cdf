import { type Chapter, chapters } from '#intake/flow.ts'
import { Horizon } from '#ui/Horizon.tsx'
import { useWords } from '#ui/words.ts'

/** The horizon of the conversation with the names of its chapters. */
export function Sky({ chapter }: { chapter: Chapter }) {
  const { t } = useWords()
  return <Horizon chapter={chapter} names={chapters.map(i => t(i))} />
}
