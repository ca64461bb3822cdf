import { useWords } from '#ui/words.ts'
import type { Device, Team } from '#wire/team.ts'
import { useEffect, useState } from 'preact/hooks'

import { digitsOfDevice } from './approve.ts'
import { Digits } from './Digits.tsx'
import { Password } from './Fields.tsx'
import { Form, Quiet } from './Form.tsx'
import { codeOf, say } from './say.ts'
import type { Open } from './session.ts'
import { useTry } from './useTry.ts'
import type { Trouble, Ways } from './ways.ts'
import './access.css'

export interface ApprovalsProps {
  readonly open: Open
  readonly ways: Ways
  readonly team: Team | undefined
  /** A device was let in or turned away: ask for the team again. */
  readonly onChanged: () => void
}

/** Devices that wait for somebody to compare 20 digits. Nothing is ever let in by itself. */
export function Approvals({ open, ways, team, onChanged }: ApprovalsProps) {
  const { t } = useWords()
  const [said, say] = useState<string>()
  const waiting = (team?.devices ?? []).filter(device => device.state === 'waiting' && device.id !== open.deviceId)
  return (
    <section class="approvals" aria-labelledby="approvals">
      <h2 id="approvals">{t('pro.access.approve.title')}</h2>
      <p role="status">{said ?? (waiting.length === 0 && t('pro.access.approve.none'))}</p>
      {waiting.map(device => (
        <Approval
          key={device.id}
          open={open}
          ways={ways}
          device={device}
          person={team?.members.find(member => member.id === device.member)?.name ?? ''}
          onDone={words => {
            say(words)
            onChanged()
          }}
        />
      ))}
    </section>
  )
}

interface ApprovalProps extends Pick<ApprovalsProps, 'open' | 'ways'> {
  readonly device: Device
  readonly person: string
  readonly onDone: (said: string) => void
}

function Approval({ open, ways, device, person, onDone }: ApprovalProps) {
  const words = useWords()
  const { t, time } = words
  const [digits, setDigits] = useState('')
  const [same, setSame] = useState(false)
  const [asked, setAsked] = useState(false)
  const [password, setPassword] = useState('')
  const { busy, trouble, count, attempt } = useTry()
  useEffect(() => {
    void digitsOfDevice(device, open.root).then(setDigits)
  }, [device, open.root])
  const wrongPassword = trouble !== undefined && codeOf(trouble) === 'wrong-secret'
  const finish = async (act: Promise<Trouble | undefined>, key: string) => {
    const left = await act
    if (!left) onDone(t(key, { name: person }))
    return left
  }
  return (
    <article class="approval" aria-label={`${person}: ${device.name}`}>
      <h3>
        <bdi>{person}</bdi> <span class="hint">{device.name}</span>{' '}
        <span class="hint">{t('pro.access.approve.since', { time: time(device.createdAt) })}</span>
      </h3>
      <p>{t('pro.access.approve.compare')}</p>
      {digits && <Digits digits={digits} label={t('pro.access.approve.digits')} />}
      <Form
        onSubmit={() => {
          setAsked(true)
          if (same) attempt(() => finish(ways.letIn(open, device, password), 'pro.access.approve.done'))
        }}
        does={t('pro.access.approve.do')}
        busy={busy}
        wrong={
          trouble && !wrongPassword
            ? say(words, trouble, { broken: 'pro.access.locked.broken' })
            : asked && !same
              ? t('pro.access.approve.notSame')
              : undefined
        }
        beside={
          <Quiet onTap={() => attempt(() => finish(ways.turnAway(device), 'pro.access.approve.turnedAway'))}>
            {t('pro.access.approve.differ')}
          </Quiet>
        }
      >
        <label class={same ? 'access__choice is-chosen' : 'access__choice'}>
          <input type="checkbox" autocomplete="off" checked={same} onChange={() => setSame(!same)} />
          <b>{t('pro.access.approve.same')}</b>
        </label>
        <Password
          label={t('pro.access.approve.password')}
          kind="current-password"
          username={open.me.email}
          value={password}
          onInput={setPassword}
          wrong={wrongPassword ? t('pro.access.locked.wrong') : undefined}
          tries={count}
        />
      </Form>
    </article>
  )
}
