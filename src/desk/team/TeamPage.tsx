import '../location/page.css'

import { useWords } from '#ui/words.ts'
import { useEffect, useRef } from 'preact/hooks'

import { ask } from '../ask.ts'
import type { PagesProps } from '../Pages.tsx'
import { useKeys } from '../shell/keys.ts'
import { refusal } from '../useActs.ts'
import { TabletsPanel } from '../tablets/TabletsPanel.tsx'
import { Devices } from './Devices.tsx'
import { InviteBox } from './InviteBox.tsx'
import { People } from './People.tsx'

export type TeamPageProps = Pick<
  PagesProps,
  'world' | 'me' | 'root' | 'device' | 'place' | 'link' | 'approvals' | 'say' | 'onBack'
>

/** Who may open cards, and with which devices. */
export function TeamPage(props: TeamPageProps) {
  const { world, me, place, link, say, root } = props
  const { t } = useWords()
  const { team } = place
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useKeys({ Escape: props.onBack })
  const coordinator = me.role === 'coordinator'

  const remove = async (path: string, key: string) => {
    const answer = await ask(world.fetch, { method: 'DELETE', path })
    say('ok' in answer ? { key } : refusal(answer))
    place.again()
  }

  return (
    <main class="page" id="main" tabIndex={-1}>
      <h1 ref={title} tabIndex={-1}>
        {t('pro.queue.team')}
      </h1>
      {props.approvals(team, place.again)}
      {team === undefined ? (
        <p class="hint">{t(link.live ? 'pro.team.loading' : 'pro.shell.offline')}</p>
      ) : (
        <div class="page__columns">
          <div>
            <People
              team={team}
              me={me.id}
              coordinator={coordinator}
              live={link.live}
              onEnd={id => void remove(`/v1/desk/members/${encodeURIComponent(id)}`, 'pro.team.ended')}
            />
            {coordinator && root && (
              <InviteBox world={world} root={root} live={link.live} onDone={place.again} onRefused={say} />
            )}
          </div>
          <div>
            <TabletsPanel
              world={world}
              tablets={place.tablets}
              location={place.profile.id}
              root={root}
              coordinator={coordinator}
              live={link.live}
              now={world.now()}
              onAgain={place.again}
              onRevoke={id => void remove(`/v1/desk/tablets/${encodeURIComponent(id)}`, 'pro.tablets.revokedDone')}
              onRefused={say}
            />
            <Devices
              team={team}
              me={me.id}
              device={props.device}
              coordinator={coordinator}
              live={link.live}
              now={world.now()}
              onRevoke={id => void remove(`/v1/desk/devices/${encodeURIComponent(id)}`, 'pro.team.revokedDone')}
            />
          </div>
        </div>
      )}
    </main>
  )
}
