import { useWords } from '#ui/words.ts'

import type { Health } from './health.ts'
import { LATE, troublesOf } from './troubles.ts'

/** Whether this tablet is well, in lines that can be read to somebody on the telephone. */
export function StaffStatus({ health, now }: { health: Health; now: number }) {
  const { t, date, time } = useWords()
  const { waiting, parked, oldestWaiting, checkedAt } = health
  const troubles = troublesOf(health, now)
  const has = (...some: readonly (typeof troubles)[number][]) => some.some(i => troubles.includes(i))
  const when = (at: number) => (now - at > LATE / 2 ? `${date(at)}, ${time(at)}` : time(at))

  const away = health.offline ? 'None' : 'Good'
  const network = has('portal') ? 'Portal' : has('silent') ? 'Silent' : away

  const lines: readonly { name: string; said: string; bad?: boolean }[] = [
    {
      name: 'waiting',
      said: waiting
        ? t('staff.waitingSince', { count: waiting, when: when(oldestWaiting ?? now) })
        : t(waiting === undefined ? 'staff.waitingUnknown' : has('parked') ? 'staff.sentRest' : 'staff.waitingNone'),
      bad: has('late')
    },
    ...(parked.length > 0
      ? [{ name: 'parked', said: t('staff.parkedSaid', { count: parked.length, codes: parked.join(', ') }), bad: true }]
      : []),
    {
      name: 'network',
      said: t(`staff.network${network}`),
      bad: has('portal', 'silent')
    },
    { name: 'contact', said: checkedAt === undefined ? t('staff.contactNone') : when(checkedAt) },
    {
      name: 'link',
      said: t(has('revoked') ? 'staff.linkRevoked' : has('forged') ? 'staff.linkForged' : 'staff.linkGood'),
      bad: has('revoked', 'forged')
    },
    { name: 'clock', said: t(has('clock') ? 'staff.clockWrong' : 'staff.clockGood'), bad: has('clock') },
    {
      name: 'storage',
      said: t(has('storage') ? 'staff.storageNone' : has('full') ? 'staff.storageFull' : 'staff.storageGood'),
      bad: has('storage', 'full')
    },
    { name: 'version', said: health.version }
  ]
  return (
    <dl class="staff__status">
      {lines.map(({ name, said, bad }) => (
        <div key={name} class={bad ? 'is-bad' : undefined} data-status={name}>
          <dt>{t(`staff.${name}`)}</dt>
          <dd>
            <bdi>{said}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
