import './card.css'

import type { LineId } from '#intake/answers.ts'
import { extras } from '#intake/flow.ts'
import { cardLines } from '#intake/lines.ts'
import { Button } from '#ui/Button.tsx'
import { Controls } from '#ui/Controls.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { LineActs, Lines } from '#ui/Lines.tsx'
import { Page } from '#ui/Page.tsx'
import { Say } from '#ui/Say.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'

import { Sky } from '../conversation/Sky.tsx'
import type { PageProps } from '../page.ts'
import { Paper } from '../print/Paper.tsx'
import { ToPaper } from '../print/ToPaper.tsx'
import { CardWheel } from './CardWheel.tsx'

/** "Mijn kaart": what the resident said, to be changed and locked line by line, before anything leaves this device. */
export function Card({ visit, dispatch, place, device }: PageProps) {
  const { t } = useWords()
  const lines = cardLines(visit.answers, visit.locks, visit.setting.offSteps)
  return (
    <>
      <Page
        layout="card"
        sky={<Sky chapter={5} />}
        controls={
          <Controls
            back={() => dispatch({ type: 'back' })}
            help={() => dispatch({ type: 'open', page: 'help' })}
            next={{ says: 'card.toShare', onTap: () => dispatch({ type: 'next' }) }}
          />
        }
      >
        <div class="card__wheel">
          <div class="head">
            <Title says="card.title" />
            <Sentences says="card.lead" />
          </div>
          <CardWheel card={visit.answers} />
          {lines.some(line => !line.empty) && (
            <p class="card__hint">
              <Glyph name="lockClosed" />
              <Say text="card.lockHint" />
            </p>
          )}
        </div>
        <div class="card__lines">
          <Lines
            lines={lines}
            acts={line => (
              <LineActs
                line={line}
                onChange={() => dispatch({ type: 'edit', line: line.id as LineId })}
                // nothing to lock where nothing was said
                {...(line.empty ? {} : { onLock: () => dispatch({ type: 'lock', line: line.id as LineId }) })}
              />
            )}
          />
          <p class="card__more">
            {extras(visit).length > 0 && (
              <Button kind="link" glyph="pencil" onTap={() => dispatch({ type: 'open', page: 'extra' })}>
                {t('extra.offer')}
              </Button>
            )}
            <ToPaper device={device} />
          </p>
        </div>
      </Page>
      <Paper visit={visit} profile={place.profile} at={device.now()} />
    </>
  )
}
