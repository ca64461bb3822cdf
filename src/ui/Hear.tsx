import './aloud.css'

import { useAloud } from './aloud.ts'
import { Glyph } from './Glyph.tsx'
import { useWords } from './words.ts'

export interface HearProps {
  /** Text keys, read in this order; without a voice for the first there is no button. */
  readonly keys: readonly string[]
}

/** The small speaker of a tile. It stands beside the face, not inside it, so that a tap on it chooses nothing. */
export function Hear({ keys }: HearProps) {
  const { t } = useWords()
  const aloud = useAloud()
  const [first] = keys
  if (!aloud || first === undefined || !aloud.hears(first)) return null
  return (
    <button
      type="button"
      class="hear"
      data-aloud
      aria-label={`${t('common.listen')}: ${t(first)}`}
      onClick={() => aloud.hear(keys)}
    >
      <Glyph name="listen" />
    </button>
  )
}
