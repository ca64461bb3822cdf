import { GapStones } from '#ui/GapStones.tsx'
import { useWords } from '#ui/words.ts'
import { useEffect, useState } from 'preact/hooks'

import { Digits } from './Digits.tsx'
import { Quiet } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { codeOf } from './say.ts'
import type { Waiting } from './session.ts'
import type { Ways } from './ways.ts'

/** Milliseconds between two looks: quick enough for two people who wait side by side. */
const LOOK = 3000

/** The digits stand here until a colleague, who sees the same ones, lets this device in. */
export function WaitingPage({ access, ways }: { access: Waiting; ways: Ways }) {
  const { t } = useWords()
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      clearTimeout(timer)
      const trouble = document.visibilityState === 'visible' ? await ways.look(access) : undefined
      if (stopped) return
      setOffline(trouble !== undefined && codeOf(trouble) === 'offline')
      timer = setTimeout(look, LOOK)
    }
    const now = () => void look()
    void look()
    addEventListener('online', now)
    document.addEventListener('visibilitychange', now)
    return () => {
      stopped = true
      clearTimeout(timer)
      removeEventListener('online', now)
      document.removeEventListener('visibilitychange', now)
    }
  }, [access, ways])
  return (
    <Frame
      title={t('pro.access.waiting.title')}
      lead={t('pro.access.waiting.lead')}
      beside={
        <>
          <Digits digits={access.digits} label={t('pro.access.waiting.digits')} />
          <p class="access__waits" role="status">
            {offline && <GapStones />}
            {t(offline ? 'pro.access.waiting.offline' : 'pro.access.waiting.wait')}
          </p>
        </>
      }
    >
      <ul class="stones">
        <li>{t('pro.access.waiting.where')}</li>
        <li>{t('pro.access.waiting.never')}</li>
      </ul>
      <p class="access__do">
        <Quiet onTap={() => ways.tell({ kind: 'recover' })}>{t('pro.access.waiting.sheet')}</Quiet>
        <Quiet onTap={() => void ways.switchPerson()}>{t('pro.access.otherPerson')}</Quiet>
      </p>
    </Frame>
  )
}
