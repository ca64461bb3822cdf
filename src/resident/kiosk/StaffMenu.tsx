import './staff.css'

import { languages } from '#i18n/languages.ts'
import { paperCard } from '#intake/paperCard.ts'
import type { Store } from '#store/database.ts'
import type { TabletSettings } from '#store/settings.ts'
import { Button } from '#ui/Button.tsx'
import { Controls } from '#ui/Controls.tsx'
import { Glyph } from '#ui/Glyph.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { printPaperCard } from '#ui/printPaperCard.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

import type { PlaceHere } from '../page.ts'
import { type Health, useHealth } from './health.ts'
import { tabletAddress } from './posterLink.ts'
import { StaffLanguages } from './StaffLanguages.tsx'
import { StaffLeave } from './StaffLeave.tsx'
import { StaffStatus } from './StaffStatus.tsx'
import { TestPaper } from './TestPaper.tsx'
import { useQuiet } from './useQuiet.ts'

export interface StaffMenuProps {
  readonly place: PlaceHere
  readonly store: Store
  readonly settings: TabletSettings
  readonly shown: readonly string[]
  readonly now: () => number
  readonly onChange: (settings: TabletSettings) => void
  readonly onSend: () => Promise<void>
  readonly onPractice: (on: boolean) => void
  readonly onLeave: () => void
  readonly onClose: () => void
}

/** What staff may see and do on this tablet. Nothing of a resident is on it: counts, times and settings. */
export function StaffMenu(props: StaffMenuProps) {
  const { place, settings, shown, now, onChange, onSend, onPractice, onLeave, onClose } = props
  const { t } = useWords()
  const health = useHealth()
  const [sending, setSending] = useState<'no' | 'busy' | 'done'>('no')
  useQuiet(120_000, onClose)

  const send = async () => {
    setSending('busy')
    await onSend().catch(() => undefined)
    setSending('done')
  }
  const printEmpty = (language: string) =>
    printPaperCard({ sides: paperCard(place.profile), place: place.profile, language })
  const sent = sending === 'done' && sentOf(health)
  const turn = (name: 'fullScreen' | 'printer') => {
    const { [name]: on, ...rest } = settings
    onChange(on ? rest : { ...rest, [name]: true })
  }

  return (
    <>
      <Page
        layout="staff"
        sky={<OpenHorizon name={health?.name ?? place.profile.place} />}
        controls={<Controls next={{ says: 'staff.close', onTap: onClose, glyph: 'close' }} />}
      >
        <div class="head">
          <Title>{t('staff.open')}</Title>
        </div>
        <Part name="status">
          {health && <StaffStatus health={health} now={now()} />}
          <div class="staff__acts">
            <Button glyph="next" onTap={() => sending !== 'busy' && void send()}>
              {t('staff.send')}
            </Button>
            <p role="status">{sending === 'busy' ? t('staff.sending') : sent && t(sent)}</p>
          </div>
        </Part>
        <Part name="languages">
          <StaffLanguages shown={shown} onChange={languages => onChange({ ...settings, languages })} />
        </Part>
        <Part name="practice">
          <p class="help">{t('staff.practiceHelp')}</p>
          <Button pressed={settings.practice === true} onTap={() => onPractice(!settings.practice)}>
            {t(settings.practice ? 'staff.practiceOff' : 'staff.practiceOn')}
          </Button>
        </Part>
        <Part name="tablet">
          <div class="staff__acts">
            {document.fullscreenEnabled && (
              <Button glyph="tablet" pressed={settings.fullScreen === true} onTap={() => turn('fullScreen')}>
                {t('staff.fullScreen')}
              </Button>
            )}
            <Button glyph="print" pressed={settings.printer === true} onTap={() => turn('printer')}>
              {t('staff.printer')}
            </Button>
          </div>
          <p class="help">{t('staff.printerHelp')}</p>
          <div class="staff__acts">
            <Button glyph="print" onTap={() => globalThis.print()}>
              {t('staff.print')}
            </Button>
          </div>
          <p id="staff-empty">{t('staff.printEmpty')}</p>
          <ul class="staff__languages">
            {languages
              .filter(({ code }) => shown.includes(code))
              .map(({ code, name, dir }) => (
                <li key={code}>
                  <button
                    type="button"
                    class="button"
                    aria-labelledby={`staff-empty staff-empty-${code}`}
                    onClick={() => void printEmpty(code)}
                  >
                    <Glyph name="print" />
                    <bdi lang={code} dir={dir} id={`staff-empty-${code}`}>
                      {name}
                    </bdi>
                  </button>
                </li>
              ))}
          </ul>
          <p>
            {t('enrol.address')} <bdi class="staff__address">{tabletAddress(location)}</bdi>
          </p>
          {/* no link: a tablet of the place has no way out of the conversation, and none back */}
          <p>
            {t('help.everyone')} <bdi class="staff__address">{`${location.host}/toegankelijkheid/`}</bdi>
          </p>
          <StaffLeave waiting={health?.waiting ?? 0} onLeave={onLeave} />
        </Part>
      </Page>
      <TestPaper profile={place.profile} at={now()} />
    </>
  )
}

/** What may be said after sending: cards that were refused for good are no cards that were sent. */
function sentOf(health: Health | undefined): string {
  if (health?.storageMissing) return 'staff.storageNone'
  if (health?.waiting !== 0) return 'staff.notSent'
  return health.parked.length > 0 ? 'staff.sentRest' : 'staff.sent'
}

function Part({ name, children }: { name: string; children: ComponentChildren }) {
  const { t } = useWords()
  return (
    <section class="staff__part" aria-labelledby={`staff-${name}`}>
      <h2 id={`staff-${name}`}>{t(`staff.${name}_title`)}</h2>
      {children}
    </section>
  )
}
