import { welcomePromises } from '#intake/speakable.ts'
import { Button } from '#ui/Button.tsx'
import { Controls } from '#ui/Controls.tsx'
import { Glyph, type GlyphName } from '#ui/Glyph.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Say } from '#ui/Say.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'

import type { PageProps } from '../page.ts'

/** `speakable.ts` says which of them this place may say. */
const glyphs: Readonly<Record<string, GlyphName>> = {
  'welcome.promiseTest': 'noTest',
  'welcome.promiseCheck': 'noCheck',
  'welcome.promiseBenefit': 'benefit',
  'welcome.promiseShare': 'choose',
  'welcome.promiseStop': 'stop'
}

/** Who we are, what we promise, and that talking is just as good. */
export function Welcome({ visit, dispatch }: PageProps) {
  // four fit on every screen without scrolling; the fifth is said where one of them is not signed
  const said = [...welcomePromises(visit), 'welcome.promiseStop'].slice(0, 4)
  return (
    <Page
      layout="welcome"
      sky={<OpenHorizon name={visit.setting.place} />}
      controls={
        <Controls
          back={() => dispatch({ type: 'back' })}
          help={() => dispatch({ type: 'open', page: 'help' })}
          next={{ says: 'welcome.start', onTap: () => dispatch({ type: 'next' }) }}
        />
      }
    >
      <div class="welcome__hello">
        <div class="head">
          <Title says="welcome.title" />
          <Sentences says="welcome.lead" />
        </div>
        <p class="welcome__line">
          <Glyph name="clock" />
          <Say text="welcome.time" />
        </p>
      </div>
      <ul class="promises">
        {said.map(key => (
          <li class="promise" key={key}>
            <span class="stone">
              <Glyph name={glyphs[key]!} />
            </span>
            <Say text={key} />
          </li>
        ))}
      </ul>
      <div class="welcome__talk">
        <Button glyph="talk" says="welcome.talk" onTap={() => dispatch({ type: 'open', page: 'talk' })} />
        {visit.setting.device === 'tablet' && (
          <Button
            glyph="with"
            pressed={visit.assisted === true}
            says="welcome.together"
            onTap={() => dispatch({ type: 'together' })}
          />
        )}
      </div>
      <div class="welcome__more">
        <Button kind="link" says="welcome.more" onTap={() => dispatch({ type: 'open', page: 'privacy' })} />
        <p class="welcome__line">
          <Say text="welcome.age" />
        </p>
      </div>
    </Page>
  )
}
