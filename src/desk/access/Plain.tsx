import { useWords } from '#ui/words.ts'
import { useEffect } from 'preact/hooks'

import { Frame } from './Frame.tsx'
import type { Access } from './session.ts'
import type { Ways } from './ways.ts'

/** Asking the server who this is. Quiet at first; after a failure it says so, and tries again with the network. */
export function Checking({ access, ways }: { access: Access & { at: 'checking' }; ways: Ways }) {
  const { t } = useWords()
  const { trouble } = access
  useEffect(() => {
    if (!trouble) return
    const again = () => void ways.arrive(undefined)
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [trouble, ways])
  if (!trouble)
    return <main class="access__ground" id="main" aria-busy="true" aria-label={t('pro.access.checking.title')} />
  const offline = trouble === 'offline'
  return (
    <Frame
      title={t(offline ? 'pro.access.checking.offlineTitle' : 'pro.access.checking.troubleTitle')}
      lead={t(offline ? 'pro.access.checking.offline' : 'pro.access.checking.trouble')}
    >
      <p class="access__do">
        <button type="button" class="btn btn--primary" onClick={() => void ways.arrive(undefined)}>
          {t('pro.access.again')}
        </button>
      </p>
    </Frame>
  )
}

/** A tablet of the residents: the desk refuses to open here at all. */
export function Kiosk() {
  const { t } = useWords()
  return (
    <Frame title={t('pro.access.kiosk.title')} lead={t('pro.access.kiosk.lead')}>
      <p class="access__lead">{t('pro.access.kiosk.do')}</p>
      <p class="access__do">
        <a class="btn" href="/">
          {t('pro.access.kiosk.resident')}
        </a>
      </p>
    </Frame>
  )
}

/** The chain of cards is not the one we know. No button leads on from here, on purpose. */
export function ForgedPage() {
  const { t } = useWords()
  return (
    <Frame title={t('pro.access.forged.title')} lead={t('pro.access.forged.lead')}>
      <p class="access__told access__told--promise" role="alert">
        {t('pro.access.forged.do')}
      </p>
    </Frame>
  )
}
