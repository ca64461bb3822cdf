import { Button } from '#ui/Button.tsx'
import { Controls } from '#ui/Controls.tsx'
import { Field } from '#ui/Field.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import type { Tablet } from '#store/place.ts'
import { useState } from 'preact/hooks'

import { tabletAddress } from './posterLink.ts'
import { type Around, enrolHere, type Met, type NotEnrolled } from './enrol.ts'

const CODE = /^\d{4,8}$/

export interface EnrolPageProps {
  readonly met: Met
  readonly around: Around
  /** Asks the browser not to clear away what waits here; false when it does not promise that. */
  readonly persist: () => Promise<boolean>
  /** A fresh document, as a tablet. */
  readonly onStart: () => void
  /** The link cannot be used any more, or this browser cannot keep anything. */
  readonly onWrong: (why: NotEnrolled) => void
}

/** For staff, once: a code for the menu of this tablet, and then it belongs to the place. */
export function EnrolPage({ met, around, persist, onStart, onWrong }: EnrolPageProps) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState<'working' | 'offline' | 'busy'>()
  const [done, setDone] = useState<{ tablet: Tablet; lasting: boolean }>()
  const place = met.place.profile.place

  if (done) return <Ready name={done.tablet.name} place={place} lasting={done.lasting} onStart={onStart} />

  const fits = CODE.test(code)
  const make = async () => {
    setTried(true)
    if (!fits || again !== code || said === 'working') return
    setSaid('working')
    const made = await enrolHere(met, code, around)
    if ('tablet' in made) return setDone({ tablet: made.tablet, lasting: await persist() })
    if (made.wrong !== 'offline' && made.wrong !== 'busy') return onWrong(made.wrong)
    setSaid(made.wrong)
  }
  return (
    <Page
      layout="aside"
      sky={<OpenHorizon name={t('app.title')} />}
      foot={said && <Notice>{t(`enrol.${said}`)}</Notice>}
      controls={<Controls next={{ says: 'enrol.do', onTap: () => void make() }} />}
    >
      <div class="head">
        <Title>{t('enrol.title', { place })}</Title>
        <Sentences says="enrol.body" />
        {met.already !== undefined && (
          <p>
            {t('enrol.already', { name: met.already })}{' '}
            <Button kind="link" onTap={onStart}>
              {t('enrol.keep')}
            </Button>
          </p>
        )}
      </div>
      <form
        autoComplete="off"
        onSubmit={event => {
          event.preventDefault()
          void make()
        }}
      >
        <Field
          single
          kind="tel"
          says="enrol.code"
          value={code}
          max={8}
          onInput={setCode}
          wrong={tried && !fits ? 'enrol.codeWrong' : undefined}
        />
        <Field
          single
          kind="tel"
          says="enrol.again"
          value={again}
          max={8}
          onInput={setAgain}
          wrong={tried && fits && again !== code ? 'enrol.codeDiffers' : undefined}
        />
        {/* Enter works only where there is a button to press */}
        <button type="submit" hidden>
          {t('enrol.do')}
        </button>
      </form>
    </Page>
  )
}

interface ReadyProps {
  readonly name: string
  readonly place: string
  readonly lasting: boolean
  readonly onStart: () => void
}

function Ready({ name, place, lasting, onStart }: ReadyProps) {
  const { t } = useWords()
  return (
    <Page
      layout="aside"
      sky={<OpenHorizon name={t('app.title')} />}
      controls={<Controls next={{ says: 'enrol.start', onTap: onStart }} />}
    >
      <div class="head">
        <Title>{t('enrol.ready')}</Title>
        <p class="help">{t('enrol.readyBody', { name, place })}</p>
        <Sentences says="enrol.remember" />
        <p class="help">
          {t('enrol.address')}{' '}
          <strong>
            <bdi>{tabletAddress(location)}</bdi>
          </strong>
        </p>
        {!lasting && <Sentences says="enrol.notLasting" />}
      </div>
    </Page>
  )
}
