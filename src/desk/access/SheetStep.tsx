import { Glyph } from '#ui/Glyph.tsx'
import { useWords } from '#ui/words.ts'
import { useEffect, useState } from 'preact/hooks'

import { Form, Quiet } from './Form.tsx'
import type { Founding } from './founding.ts'
import { Frame } from './Frame.tsx'
import { Paper } from './Paper.tsx'
import { say } from './say.ts'
import { useTry } from './useTry.ts'
import type { Trouble } from './ways.ts'

export interface SheetStepProps {
  /** Absent while the keys are being made. */
  readonly founding: Founding | undefined
  readonly place: string
  readonly now: () => number
  readonly onBack: () => void
  readonly onMake: () => Promise<Trouble | undefined>
}

/** The sheet on the screen, until somebody says that it is on paper. Only then is the place made. */
export function SheetStep({ founding, place, now, onBack, onMake }: SheetStepProps) {
  const words = useWords()
  const { t } = words
  const [have, setHave] = useState(false)
  const [asked, setAsked] = useState(false)
  const [at] = useState(now)
  const { busy, trouble, attempt } = useTry()
  useGuard()
  return (
    <Frame
      title={t('pro.access.sheet.title')}
      lead={t('pro.access.sheet.lead')}
      beside={
        founding ? (
          <Paper sheet={founding.sheet} place={place} at={at} />
        ) : (
          <p role="status">{t('pro.access.sheet.making')}</p>
        )
      }
    >
      <ul class="stones">
        <li>{t('pro.access.sheet.write')}</li>
        <li>{t('pro.access.sheet.keep')}</li>
        <li>{t('pro.access.sheet.lost')}</li>
      </ul>
      <p class="access__do">
        <button type="button" class="btn" aria-disabled={!founding} onClick={() => founding && globalThis.print()}>
          <Glyph name="print" />
          {t('pro.access.sheet.print')}
        </button>
      </p>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (have && founding) attempt(onMake)
        }}
        does={t('pro.access.sheet.next')}
        busy={busy}
        wrong={trouble ? say(words, trouble) : asked && !have ? t('pro.access.sheet.tick') : undefined}
        beside={<Quiet onTap={onBack}>{t('pro.access.back')}</Quiet>}
      >
        <label class={have ? 'access__choice is-chosen' : 'access__choice'}>
          <input type="checkbox" autocomplete="off" checked={have} onChange={() => setHave(!have)} />
          <b>{t('pro.access.sheet.have')}</b>
        </label>
      </Form>
    </Frame>
  )
}

/** A tab that closes here takes the sheet with it; the browser asks first. */
function useGuard(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
}
