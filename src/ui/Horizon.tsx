import { Glyph, type GlyphName } from './Glyph.tsx'

const glyphs: readonly GlyphName[] = ['now', 'goal', 'with', 'step', 'card']

export interface HorizonProps {
  /** Where the talk is: 1 to 5. */
  readonly chapter: number
  /** The names of the five chapters in order. */
  readonly names: readonly string[]
}

/**
 * Five stones on the line, laid, here or to come, and the goal that rises behind it. Never a number: the names say
 * it, to who looks and to who listens.
 */
export function Horizon({ chapter, names }: HorizonProps) {
  return (
    <header class="horizon" data-chapter={chapter}>
      <p class="horizon__chapter">{names[chapter - 1]}</p>
      <ol class="horizon__path">
        {glyphs.map((glyph, i) => (
          <li
            key={glyph}
            class={i + 1 < chapter ? 'stone stone--laid' : i + 1 === chapter ? 'stone stone--here' : 'stone'}
            aria-current={i + 1 === chapter ? 'step' : undefined}
          >
            <span class="hidden">{names[i]}</span>
            <Glyph name={i + 1 < chapter ? 'tick' : glyph} />
          </li>
        ))}
      </ol>
      <span class="horizon__goal" />
    </header>
  )
}

/** Before and after the questions: a name in the sky and stones that lead to the goal. */
export function OpenHorizon({ name, chapter }: { name: string; chapter?: number }) {
  return (
    <header class="horizon horizon--open" data-chapter={chapter}>
      <p class="horizon__chapter">
        <bdi>{name}</bdi>
      </p>
      <div class="horizon__walk" aria-hidden="true">
        <span class="stone" />
        <span class="stone" />
        <span class="stone" />
        <span class="stone" />
      </div>
      <span class="horizon__goal" />
    </header>
  )
}
