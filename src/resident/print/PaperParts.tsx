import { Glyph, type GlyphName } from '#ui/Glyph.tsx'
import { Said } from '#ui/Lines.tsx'
import { useWords } from '#ui/words.ts'

import type { PaperLine } from './onPaper.ts'

export interface SkyProps {
  readonly direction: PaperLine | undefined
  readonly drive: PaperLine | undefined
  readonly name: string | undefined
  /** "Gemaakt op …". */
  readonly made: string
}

/** The direction in the sky, the goal half behind the line. */
export function Sky({ direction, drive, name, made }: SkyProps) {
  const { t, list } = useWords()
  return (
    <header class="paper__sky">
      <div>
        {direction && <p class="paper__name">{t(direction.label)}</p>}
        {direction?.values.map((value, place) => (
          <p key={place} class="paper__goal">
            <Said value={value} />
          </p>
        ))}
        {drive && (
          <p>
            {t(drive.label)}: {list(drive.values.map(value => ('text' in value ? value.text : t(value.key))))}
          </p>
        )}
      </div>
      <div class="paper__whose">
        <p class="paper__title">{t('print.title')}</p>
        {name && <p>{t('print.from', { name })}</p>}
        <p class="paper__made">{made}</p>
      </div>
      <svg class="paper__stone" viewBox="0 0 150 60" aria-hidden="true">
        <path d="M15 60c-2-30 24-50 60-51 36 0 60 20 60 51" />
      </svg>
    </header>
  )
}

const glyphs: Readonly<Record<string, GlyphName>> = { when: 'when', with: 'with' }

/** The step, when and with whom: stones on the line. */
export function StepPath({ step }: { step: PaperLine }) {
  const { t } = useWords()
  return (
    <section class="paper__path">
      <p class="paper__name">{t(step.label)}</p>
      <ol>
        {step.values.map((value, place) => (
          <li key={place}>
            <span class="paper__pebble">
              <Glyph name={('key' in value && glyphs[value.key.split('.')[0]!]) || 'step'} />
            </span>
            <Said value={value} />
          </li>
        ))}
      </ol>
    </section>
  )
}
