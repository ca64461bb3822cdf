import type { ComponentChildren } from 'preact'

import { useAloud } from './aloud.ts'
import { DutchWords } from './DutchWords.tsx'
import { Glyph } from './Glyph.tsx'
import { Hear } from './Hear.tsx'
import { Height, type HeightOf } from './Height.tsx'
import { Picture } from './Picture.tsx'

export interface Choice {
  readonly code: string
  readonly label: string
  readonly hint?: string | undefined
  /** Text keys of label and hint, where they are not the code and nothing: what its speaker reads. */
  readonly says?: readonly string[] | undefined
  /** No picture, beside the others: "Weet ik nu niet". */
  readonly flat?: boolean | undefined
  /** On a scale: where the goal stone stands. */
  readonly height?: HeightOf | undefined
  /** A drawing of its own in place of the picture of the code. */
  readonly picture?: ComponentChildren
}

export interface ChoicesProps {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChoose: (code: string) => void
  /** Id of the question, which names the group. */
  readonly labelledBy: string
  readonly describedBy?: string | undefined
  /** What follows the tiles on the line of the flat ones: "Iets anders". */
  readonly more?: ComponentChildren
}

/** How so many stones lie: rows come out even, and few stones are larger. `tiles.css` has the narrower screens. */
function layoutOf(count: number): string {
  if (count <= 2) return 'tiles--three tiles--two'
  if (count === 3) return 'tiles--three'
  if (count === 4) return 'tiles--few tiles--4 tiles--pairs'
  if (count <= 6) return 'tiles--few'
  if (count <= 8) return count === 8 ? 'tiles--4 tiles--pairs' : 'tiles--4'
  return count <= 10 ? 'tiles--5' : 'tiles--6'
}

function Tile({ choice, chosen, onChoose }: { choice: Choice; chosen: boolean; onChoose: (code: string) => void }) {
  const { code, label, hint, flat, height, picture, says = [code] } = choice
  const hears = useAloud()?.hears(says[0]!) ? ' tile--hears' : ''
  return (
    <li class={`tile${flat ? ' tile--flat' : ''}${hears}`}>
      <button
        type="button"
        class="tile__face"
        aria-pressed={chosen}
        data-code={code}
        data-say={says[0]}
        onClick={() => onChoose(code)}
      >
        {!flat && <span class="tile__plate">{picture ?? <Picture code={code} />}</span>}
        {height && <Height of={height} />}
        <span class="tile__word">
          {label}
          {hint && (
            <small data-say={says[1]}>
              <DutchWords text={hint} />
            </small>
          )}
        </span>
      </button>
      <Hear keys={says} />
      <span class="tile__tick">
        <Glyph name="tick" />
      </span>
    </li>
  )
}

/** Answers to lay down. It knows no question: which are chosen, and what a tap does, is told to it. */
export function Choices({ choices, chosen, onChoose, labelledBy, describedBy, more }: ChoicesProps) {
  const pictured = choices.filter(i => !i.flat)
  const flat = choices.filter(i => i.flat)
  const tall = choices.some(i => i.height) ? ' tiles--tall' : ''
  const tile = (choice: Choice) => (
    <Tile key={choice.code} choice={choice} chosen={chosen.includes(choice.code)} onChoose={onChoose} />
  )
  return (
    <fieldset aria-labelledby={labelledBy} aria-describedby={describedBy}>
      <ul class={`tiles ${layoutOf(pictured.length)}${tall}`}>{pictured.map(tile)}</ul>
      {(flat.length > 0 || more) && (
        <div class="tiles__more">
          {flat.length > 0 && <ul>{flat.map(tile)}</ul>}
          {more}
        </div>
      )}
    </fieldset>
  )
}
