import type { TeamKeys } from '#sealing/keys.ts'
import { useEffect, useRef } from 'preact/hooks'

import { Board } from './board/Board.tsx'
import { Found } from './board/Found.tsx'
import { CardPage } from './card/CardPage.tsx'
import { ClosedCard } from './card/ClosedCard.tsx'
import type { DeskProps } from './Desk.tsx'
import { PlacePage } from './location/PlacePage.tsx'
import type { Columns } from './queue/columns.ts'
import type { Card, Queue } from './queue/queue.ts'
import { KeyRow } from './shell/Help.tsx'
import type { Route } from './shell/route.ts'
import { TeamPage } from './team/TeamPage.tsx'
import { VoicesPage } from './voices/VoicesPage.tsx'
import type { Acts, Said } from './useActs.ts'
import type { Link } from './useQueue.ts'
import type { TeamHook } from './useTeam.ts'

export interface PagesProps extends DeskProps {
  readonly keys: TeamKeys
  readonly route: Route
  readonly queue: Queue
  readonly board: Columns
  /** Matches of the search, while somebody searches. */
  readonly found: readonly Card[] | undefined
  readonly on: string | undefined
  readonly now: number
  readonly link: Link
  readonly place: TeamHook
  readonly acts: Acts
  readonly say: (said: Said | undefined) => void
  readonly onOpen: (id: string) => void
  readonly onGone: (card: Card) => void
  readonly onBack: () => void
  readonly onPlace: () => void
  readonly onVoices: () => void
  readonly onAgain: () => void
}

/** The page that is open: what was found, the board, one card, the team or the place. */
export function Pages(props: PagesProps) {
  const { route, found, board, queue, me, now, link, on, place } = props
  const items = { me: me.id, now, live: link.live, on, onOpen: props.onOpen, onGone: props.onGone }
  useReturn(route, on)
  if (found) return <Found cards={found} {...items} />
  switch (route.page) {
    case 'board':
      return (
        <>
          <Board board={board} {...items} />
          <KeyRow />
        </>
      )
    case 'card': {
      const card = queue.cards.get(route.id)
      if (card?.content.is !== 'open')
        return <ClosedCard content={card?.content} onAgain={props.onAgain} onBack={props.onBack} />
      return (
        <CardPage
          key={route.id}
          card={card}
          summary={card.content.summary}
          hereNow={card.content.hereNow}
          me={me.id}
          coordinator={me.role === 'coordinator'}
          place={place.profile.place}
          now={now}
          live={link.live}
          acts={props.acts}
          onBack={props.onBack}
        />
      )
    }
    case 'team':
      return <TeamPage {...props} />
    case 'place':
      return <PlacePage {...props} />
    case 'voices':
      return <VoicesPage {...props} onBack={props.onPlace} />
  }
}

/** Back on the board, the focus stands where it was: on the card that was open. */
function useReturn(route: Route, on: string | undefined): void {
  const before = useRef(route.page)
  useEffect(() => {
    if (before.current === 'card' && route.page === 'board' && on !== undefined) {
      const card = document.querySelector<HTMLElement>(`[data-open="${CSS.escape(on)}"]`)
      ;(card ?? document.getElementById('main'))?.focus()
    }
    before.current = route.page
  }, [route.page, on])
}
