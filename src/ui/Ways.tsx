import { Glyph } from './Glyph.tsx'
import { Picture } from './Picture.tsx'

export interface Way {
  /** The code of its picture. */
  readonly code: string
  readonly label: string
  readonly onTap: () => void
  /** For a way that switches something on and off. */
  readonly pressed?: boolean | undefined
}

/** A few equal things to do: stones like answers, but a tap acts at once. */
export function Ways({ ways }: { ways: readonly Way[] }) {
  return (
    <ul class={`tiles ${ways.length <= 3 ? 'tiles--three' : 'tiles--few tiles--4 tiles--pairs'}`}>
      {ways.map(({ code, label, onTap, pressed }) => (
        <li class="tile" key={code}>
          <button type="button" class="tile__face" aria-pressed={pressed} onClick={onTap}>
            <span class="tile__plate">
              <Picture code={code} />
            </span>
            <span class="tile__word">{label}</span>
          </button>
          <span class="tile__tick">
            <Glyph name="tick" />
          </span>
        </li>
      ))}
    </ul>
  )
}
