import { Button } from '#ui/Button.tsx'
import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

/**
 * "Haal deze tablet weg". One question, and a second one while cards wait: they stay here and still leave when this
 * address is opened again, but nobody will look after them.
 */
export function StaffLeave({ waiting, onLeave }: { waiting: number; onLeave: () => void }) {
  const { t } = useWords()
  const [asked, setAsked] = useState(0)
  const last = waiting > 0 ? 2 : 1
  return (
    <div class="staff__leave">
      <div role="status">
        {asked > 0 && <p>{waiting > 0 ? t('staff.leaveWaiting', { count: waiting }) : t('staff.leaveSure')}</p>}
        {asked > 1 && <p>{t('staff.leaveAgain')}</p>}
      </div>
      <div class="staff__acts">
        <Button glyph="bin" onTap={() => (asked < last ? setAsked(asked + 1) : onLeave())}>
          {t(asked === 0 ? 'staff.leave' : asked < last ? 'staff.leaveAnyway' : 'staff.leaveYes')}
        </Button>
        {asked > 0 && <Button onTap={() => setAsked(0)}>{t('staff.leaveNo')}</Button>}
      </div>
    </div>
  )
}
