import { speaksOptions } from '#intake/sharing.ts'
import { tongueName, tongues } from '#intake/tongues.ts'
import { Choices } from '#ui/Choices.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { useWords } from '#ui/words.ts'

import type { PageProps } from '../page.ts'
import { Frame } from './Frame.tsx'

/** Which language do you like to speak most? This one, or one of about forty by their own names. */
export function Speaks({ visit, dispatch }: PageProps) {
  const { t } = useWords()
  const choose = (code: string) => dispatch({ type: 'choose', code })
  return (
    <Frame visit={visit} dispatch={dispatch} title="speaks.q" help="speaks.help">
      <div class="short">
        <Choices
          choices={speaksOptions.map(code => ({
            code,
            label: t(code),
            hint: code === 'speaks.same' ? tongueName(visit.language) : undefined,
            picture: (
              <span class="speaks">
                <Glyph name={code === 'speaks.same' ? 'talk' : 'globe'} />
              </span>
            )
          }))}
          chosen={visit.speaksChoice ? [visit.speaksChoice] : []}
          onChoose={choose}
          labelledBy="question"
          describedBy="question-help"
        />
      </div>
      {visit.speaksChoice === 'speaks.other' && (
        <ul class="tongues" aria-labelledby="question">
          {tongues
            .filter(({ code }) => code !== visit.language)
            .map(({ code, name, rtl }) => (
              <li key={code} class="tile tile--flat">
                <button
                  type="button"
                  class="tile__face"
                  aria-pressed={visit.speaks === code}
                  onClick={() => choose(code)}
                >
                  {name ? (
                    <bdi lang={code} dir={rtl ? 'rtl' : 'ltr'} translate={false}>
                      {name}
                    </bdi>
                  ) : (
                    t('speaks.another')
                  )}
                </button>
              </li>
            ))}
        </ul>
      )}
    </Frame>
  )
}
