import './staff.css'

import { checkStaffCode, type StaffCode } from '#sealing/staffCode.ts'
import type { Store } from '#store/database.ts'
import { Controls } from '#ui/Controls.tsx'
import { OpenHorizon } from '#ui/Horizon.tsx'
import { Page } from '#ui/Page.tsx'
import { Title } from '#ui/Title.tsx'
import { useWords } from '#ui/words.ts'
import { useEffect, useRef, useState } from 'preact/hooks'

import { Keypad } from './Keypad.tsx'
import { afterWrong, stillWaits } from './tries.ts'
import { useQuiet } from './useQuiet.ts'

/** A staff code has at most so many digits. */
const MAX = 8

export interface StaffDoorProps {
  readonly place: string
  readonly store: Store
  readonly code: StaffCode
  readonly now: () => number
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** The staff code, on keys of our own: a field would be kept, completed or learned by the browser. */
export function StaffDoor({ place, store, code, now, onOpen, onClose }: StaffDoorProps) {
  const { t } = useWords()
  const typed = useRef('')
  const [count, setCount] = useState(0)
  const [wrong, setWrong] = useState(false)
  const [seconds, setSeconds] = useState(0)
  const trying = useRef(false)
  useQuiet(30_000, onClose)

  const look = async () => {
    const { tries } = await store.settings.get()
    setSeconds(Math.ceil(stillWaits(tries, now()) / 1000))
  }
  useEffect(() => {
    void look()
    const clock = setInterval(() => void look(), 1000)
    return () => clearInterval(clock)
  }, [])

  const type = (digits: string) => {
    typed.current = digits.slice(0, MAX)
    setCount(typed.current.length)
  }
  const enter = async () => {
    const digits = typed.current
    if (trying.current || seconds > 0 || digits.length === 0) return
    trying.current = true
    setWrong(false)
    const settings = await store.settings.get()
    // written before it is known, so that a reload in between is a try all the same
    const { tries: before, ...rest } = settings
    await store.settings.put({ ...rest, tries: afterWrong(before, now()) })
    const right = await checkStaffCode(digits, code)
    trying.current = false
    type('')
    if (right) {
      await store.settings.put(rest)
      return onOpen()
    }
    setWrong(true)
    await look()
  }

  return (
    <Page
      layout="staffdoor"
      sky={<OpenHorizon name={place} />}
      controls={<Controls back={onClose} next={{ says: 'staff.enter', onTap: () => void enter() }} />}
    >
      <div class="head">
        <Title>{t('staff.open')}</Title>
        <p class="help">{t('staff.code')}</p>
      </div>
      <p class="staffdoor__dots" role="img" aria-label={t('staff.digits', { count })}>
        {Array.from({ length: count }, (_, i) => (
          <span class="stone stone--laid" key={i} />
        ))}
      </p>
      <div role="status" class="staffdoor__said">
        {seconds > 0 ? t('staff.wait', { count: seconds }) : wrong ? t('staff.wrong') : ''}
      </div>
      <Keypad onDigit={digit => type(typed.current + digit)} onClear={() => type('')} onEnter={() => void enter()} />
    </Page>
  )
}
