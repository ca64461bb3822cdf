import './shell/shell.css'

import type { TeamKeys } from '#sealing/keys.ts'
import { useWords } from '#ui/words.ts'
import type { LocationProfile } from '#wire/location.ts'
import type { Me, Team } from '#wire/team.ts'
import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'

import { Pages } from './Pages.tsx'
import { columns, walk } from './queue/columns.ts'
import type { Card } from './queue/queue.ts'
import { search } from './queue/search.ts'
import { Bar } from './shell/Bar.tsx'
import { Bell } from './shell/Bell.tsx'
import { Help } from './shell/Help.tsx'
import { useKeys } from './shell/keys.ts'
import { type Route, useRoute } from './shell/route.ts'
import { Saying } from './shell/Saying.tsx'
import { Strips } from './shell/Strips.tsx'
import { careOf } from './tablets/care.ts'
import { type Said, useActs } from './useActs.ts'
import { useBell } from './useBell.ts'
import { useNow } from './useNow.ts'
import { useQueue } from './useQueue.ts'
import { useTeam } from './useTeam.ts'
import type { DeskLanguage } from './words.ts'
import type { World } from './world.ts'

export interface DeskProps {
  readonly world: World
  readonly me: Me
  readonly profile: LocationProfile
  /** Absent while the screen is locked: the stream and the bell live on, without a word of content. */
  readonly keys: TeamKeys | undefined
  /** All 32 bytes of the hash of the first team card; absent while locked. */
  readonly root: Uint8Array | undefined
  /** What stands in the place of the cards: a locked screen, the recovery sheet, signing out. */
  readonly locked: ComponentChildren
  /** Id of the device this page is on, base64url. */
  readonly device: string | undefined
  /** Letting a colleague's new device in, for the team page. */
  readonly approvals: (team: Team | undefined, onDone: () => void) => ComponentChildren
  /** Typing the recovery sheet back, which ends the practice. */
  readonly onDrill: () => void
  /** The public profile was read again or changed. */
  readonly onProfile: (profile: LocationProfile) => void
  readonly onLanguage: (language: DeskLanguage) => void
  readonly onLock: () => void
  readonly onSignOut: () => void
  readonly onSignedOut: () => void
}

/** How long a sentence about what went well stays (ms). */
const SAID_FOR = 8_000

/** The professional's desk, open or locked. */
export function Desk(props: DeskProps) {
  const { world, me, keys } = props
  const { t } = useWords()
  const { route, go } = useRoute()
  const [find, setFind] = useState('')
  const [on, setOn] = useState<string>()
  const [help, setHelp] = useState(false)
  const [said, say] = useState<Said>()
  const findBox = useRef<HTMLInputElement>(null)
  const place = useTeam(world, props.profile, props.onProfile)
  const { queue, link, first, tell, again } = useQueue(world, keys, {
    onSignedOut: props.onSignedOut,
    onTeam: place.again
  })
  const now = useNow(world.now)
  const bell = useBell(world, queue.cards, first, now)
  const acts = useActs(world, tell, say)
  const { cards } = queue
  const board = useMemo(() => columns(cards.values(), me.id, now), [cards, me.id, now])
  const found = useMemo(
    () => (find.trim() ? search(cards.values(), find, code => [t(code)]) : undefined),
    [cards, find, t]
  )
  const open = keys !== undefined && !props.locked

  const [update, setUpdate] = useState(world.updates.ready)
  useEffect(() => world.updates.watch(() => setUpdate(true)), [world])
  // what went well need not be closed by hand; what did not stays until it is read
  useEffect(() => {
    if (!said || said.no) return
    const timer = setTimeout(() => say(undefined), SAID_FOR)
    return () => clearTimeout(timer)
  }, [said])

  // a title reaches the disk and the eyes of passers-by: it never says who
  useEffect(() => {
    document.title = bell.ringing.length > 0 ? `● ${t('pro.queue.bell')}` : t('pro.queue.title')
  }, [bell.ringing.length, t])
  useEffect(() => {
    if (open) return
    setFind('')
    say(undefined)
  }, [open])

  const goTo = useCallback(
    (to: Route) => {
      say(undefined)
      setFind('')
      go(to)
    },
    [go]
  )
  const openCard = (id: string) => {
    setOn(id)
    bell.quiet([id])
    goTo({ page: 'card', id })
  }
  const code = ({ content, item }: Card) =>
    content.is === 'open' ? `${t(content.summary.code.word)} ${content.summary.code.digits}` : item.id.slice(0, 4)

  const list = found ?? walk(board)
  const step = (by: 1 | -1) => () => {
    const at = list.findIndex(({ item }) => item.id === on)
    const next = at < 0 ? list[by > 0 ? 0 : list.length - 1] : list[at + by]
    if (!next) return
    setOn(next.item.id)
    focusCard(next.item.id)
  }
  const onBoard = open && (route.page === 'board' || found !== undefined)
  useKeys({
    ...(open
      ? {
          '/': () => findBox.current?.focus(),
          '?': () => setHelp(!help),
          Escape: () => {
            if (!found) return say(undefined)
            setFind('')
            document.getElementById('main')?.focus()
          }
        }
      : {}),
    ...(onBoard
      ? {
          j: step(1),
          k: step(-1),
          c: () => {
            const card = on === undefined ? undefined : cards.get(on)
            if (card?.item.state === 'new' && link.live) void acts.act(card.item, 'claim', code(card))
          }
        }
      : {})
  })

  return (
    <div class={open ? 'desk' : 'desk desk--locked'}>
      {open && (
        <Bar
          place={place.profile.place}
          me={me.name}
          page={route.page}
          live={link.live}
          find={find}
          findRef={findBox}
          onFind={setFind}
          onFindEnter={() =>
            found?.length === 1 ? openCard(found[0]!.item.id) : found?.[0] && focusCard(found[0].item.id)
          }
          onGo={goTo}
          onLanguage={props.onLanguage}
          onLock={props.onLock}
          onSignOut={props.onSignOut}
          onHelp={() => setHelp(true)}
        />
      )}
      <section class="desk__above" aria-label={t('pro.shell.notices')}>
        <Bell ringing={bell.ringing} onQuiet={bell.quiet} {...(open ? { onOpen: openCard } : {})} />
        {open && (
          <Strips
            link={link}
            practice={place.profile.practice}
            holders={place.team?.holders}
            tablets={place.tablets?.tablets.filter(i => careOf(i, now)).length ?? 0}
            onTeam={() => goTo({ page: 'team' })}
            onUpdate={update ? world.updates.take : undefined}
          />
        )}
        <Saying said={said} onClose={() => say(undefined)} />
      </section>
      {open && keys ? (
        <Pages
          {...props}
          keys={keys}
          route={route}
          queue={queue}
          board={board}
          found={found}
          on={on}
          now={now}
          link={link}
          place={place}
          acts={acts}
          say={say}
          onOpen={openCard}
          onGone={card => void acts.act(card.item, 'gone', code(card))}
          onBack={() => goTo({ page: 'board' })}
          onPlace={() => goTo({ page: 'place' })}
          onVoices={() => goTo({ page: 'voices' })}
          onAgain={again}
        />
      ) : (
        props.locked
      )}
      {help && open && <Help onClose={() => setHelp(false)} />}
    </div>
  )
}

function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-open="${CSS.escape(id)}"]`)?.focus()
}
