import './holdUp.css'

import type { Shared } from '#intake/visit.ts'
import { CodePlate } from '#ui/CodePlate.tsx'
import { Controls } from '#ui/Controls.tsx'
import { Picture } from '#ui/Picture.tsx'
import { Say } from '#ui/Say.tsx'
import { Title } from '#ui/Title.tsx'

import { useDutch } from '../print/useDutch.ts'

export interface HoldUpProps {
  /** Text key of what is said to whoever sees it, in large letters; it has a picture. */
  readonly says: 'talk.call' | 'contact.here'
  /** Text key of what the resident does with it. */
  readonly help: string
  readonly place: string
  readonly code?: Shared['code'] | undefined
  readonly onClose: () => void
}

const larger = { 'talk.call': 'welcome.talk', 'contact.here': 'contact.here' } as const

/**
 * Where there is no network, this page itself is the message: to be held up, in the resident's words and in those of
 * the team, to be read from the other side of the room.
 */
export function HoldUp({ says, help, place, code, onClose }: HoldUpProps) {
  const theirs = useDutch(place)
  return (
    <div class="page holdup-page">
      <main>
        {code ? (
          <CodePlate code={code} />
        ) : (
          <span class="holdup-page__picture">
            <Picture code={says} />
          </span>
        )}
        <Title says={larger[says]} />
        {theirs && (
          <p class="holdup-page__theirs" lang={theirs.language} dir={theirs.dir}>
            {theirs.t(larger[says])}
          </p>
        )}
        <p class="holdup-page__help">
          <Say text={help} />
        </p>
      </main>
      <Controls next={{ says: 'common.close', onTap: onClose, glyph: 'close' }} />
    </div>
  )
}
