import { Glyph } from './Glyph.tsx'
import { Hear } from './Hear.tsx'
import { Picture } from './Picture.tsx'
import { useWords } from './words.ts'

export interface Way {
  /** The code of its picture. */
  readonly code: string
  /** Text key of its words. */
  readonly says: string
  readonly onTap: () => void
  /** For a way that switches something on and off. */
  readonly pressed?: boolean | undefined
  /** How much of it is on, when there is more than on and off. */
  readonly amount?: string | undefined
}

/** A few equal things to do: stones like answers, but a tap acts at once. */
export function Ways({ ways }: { ways: readonly Way[] }) {
  const { t } = useWords()
  return (
    <ul
      class={`tiles ${ways.length <= 3 ? 'tiles--three' : ways.length === 4 ? 'tiles--few tiles--4 tiles--pairs' : 'tiles--4'}`}
    >
      {ways.map(({ code, says, onTap, pressed, amount }) => (
        <li class="tile" key={code}>
          <button type="button" class="tile__face" aria-pressed={pressed} data-say={says} onClick={onTap}>
            <span class="tile__plate">
              <Picture code={code} />
            </span>
            <span class="tile__word">
              {t(says)}
              {amount && (
                <small>
                  <bdi dir="ltr">{amount}</bdi>
                </small>
              )}
            </span>
          </button>
          <Hear keys={[says]} />
          <span class="tile__tick">
            <Glyph name="tick" />
          </span>
        </li>
      ))}
    </ul>
  )
}
