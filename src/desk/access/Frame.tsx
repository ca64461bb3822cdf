import { Glyph, type GlyphName } from '#ui/Glyph.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'

import { Mark } from '../shell/Drawing.tsx'
import { deskLanguages, type DeskLanguage } from '../words.ts'

export const steps = ['account', 'place', 'promises', 'sheet', 'drill'] as const
export type Step = (typeof steps)[number]
const glyphs: Readonly<Record<Step, GlyphName>> = {
  account: 'now',
  place: 'house',
  promises: 'hand',
  sheet: 'print',
  drill: 'pencil'
}

export interface SkyProps {
  /** The place, once it is known. */
  readonly place?: string | undefined
  /** First run: which of the five stones is being laid. */
  readonly step?: Step | undefined
  /** All five are laid. */
  readonly done?: boolean
  /** How far the goal has risen over the horizon: 0 to 5. */
  readonly rise?: number
  readonly onLanguage: (language: DeskLanguage) => void
}

/** Sky and horizon of the ways in. The goal stands lower the further away the open cards are. */
export function Sky({ place, step, done, rise = 1, onLanguage }: SkyProps) {
  const { t, language } = useWords()
  const here = done ? steps.length : step ? steps.indexOf(step) : -1
  return (
    <header
      class={step ? 'access__sky access__sky--steps' : 'access__sky'}
      data-rise={step ? Math.min(5, here + 1) : rise}
    >
      <p class="access__name">
        <Mark />
        <bdi>{place || t('pro.access.app')}</bdi>
        <span class="access__desk">{t('pro.access.desk')}</span>
      </p>
      <div class="access__languages" role="group" aria-label={t('pro.access.language')}>
        {deskLanguages.map(code => (
          <button
            key={code}
            type="button"
            class="access__language"
            lang={code}
            aria-pressed={code === language}
            onClick={() => onLanguage(code)}
          >
            {code === 'nl' ? 'Nederlands' : 'English'}
          </button>
        ))}
      </div>
      {step && (
        <ol class="access__steps" aria-label={t('pro.access.steps.label')}>
          {steps.map((name, i) => (
            <li
              key={name}
              class={i < here ? 'access__step is-laid' : i === here ? 'access__step is-here' : 'access__step'}
              aria-current={i === here ? 'step' : undefined}
            >
              <span class="access__stone">
                <Glyph name={i < here ? 'tick' : glyphs[name]} />
              </span>
              <span class="access__stepname">{t(`pro.access.steps.${name}`)}</span>
            </li>
          ))}
        </ol>
      )}
      {!step && (
        <p class="access__walk" aria-hidden="true">
          <span />
          <span />
          <span />
          <span />
        </p>
      )}
      <span class="access__goal" aria-hidden="true" />
    </header>
  )
}

export interface FrameProps {
  readonly title: string
  /** One or two sentences under the title. */
  readonly lead?: ComponentChildren
  readonly children?: ComponentChildren
  /** A second column: the sheet, the digits. */
  readonly beside?: ComponentChildren
}

/** The ground of one page: title, what it is about, what to do. */
export function Frame({ title, lead, children, beside }: FrameProps) {
  return (
    <main class={beside ? 'access__ground access__ground--two' : 'access__ground'} id="main">
      <div class="access__page">
        <Title key={title}>{title}</Title>
        {lead && <p class="access__lead">{lead}</p>}
        {children}
      </div>
      {beside && <div class="access__beside">{beside}</div>}
    </main>
  )
}
