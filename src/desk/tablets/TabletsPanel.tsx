import './tablets.css'

import { useWords } from '#ui/words.ts'
import type { Tablets } from '#wire/tablets.ts'
import { useEffect } from 'preact/hooks'

import { Sure } from '../shell/Sure.tsx'
import type { World } from '../world.ts'
import type { Said } from '../useActs.ts'
import { careOf } from './care.ts'
import { TabletBox } from './TabletBox.tsx'
import { TabletEntry } from './TabletEntry.tsx'

export interface TabletsPanelProps {
  readonly world: World
  readonly tablets: Tablets | undefined
  readonly location: string
  /** Absent on a desk that has no keys at hand: it cannot vouch for the place, so it makes no links. */
  readonly root: Uint8Array | undefined
  readonly coordinator: boolean
  readonly live: boolean
  readonly now: number
  readonly onAgain: () => void
  readonly onRevoke: (id: string) => void
  readonly onRefused: (said: Said) => void
}

/** When a tablet last spoke is no event: it is read anew as long as somebody looks. */
const EVERY = 60_000

/** "Onze apparaten": the tablets on which residents make their cards, and whether anything on them needs a hand. */
export function TabletsPanel(props: TabletsPanelProps) {
  const { world, tablets, location, root, coordinator, live, now, onAgain } = props
  const { t, time } = useWords()
  useEffect(() => {
    const clock = setInterval(onAgain, EVERY)
    return () => clearInterval(clock)
  }, [onAgain])
  const known = tablets?.tablets ?? []
  const here = known.filter(i => i.revokedAt === null || careOf(i, now))
  const gone = known.filter(i => !here.includes(i))
  return (
    <section class="panel" aria-labelledby="tablets">
      <h2 id="tablets">{t('pro.tablets.title')}</h2>
      <p class="hint">{t('pro.tablets.what')}</p>
      {tablets && here.length === 0 && <p>{t('pro.tablets.none')}</p>}
      <ul class="entries">
        {here.map(tablet => (
          <TabletEntry key={tablet.id} tablet={tablet} now={now}>
            {coordinator && tablet.revokedAt === null && (
              <Sure
                does={t('pro.tablets.revoke')}
                of={tablet.name}
                means={t('pro.tablets.revokeMeans')}
                disabled={!live}
                onDo={() => props.onRevoke(tablet.id)}
              />
            )}
          </TabletEntry>
        ))}
        {tablets?.links.map(({ name, expiresAt }) => (
          <li key={`${name} ${expiresAt}`} class="entry entry--open">
            <p class="entry__what">
              <b>
                <bdi>{name}</bdi>
              </b>
              <span>{t('pro.tablets.linkOpen', { time: time(expiresAt) })}</span>
            </p>
          </li>
        ))}
      </ul>
      {coordinator && root && (
        <TabletBox
          world={world}
          location={location}
          root={root}
          tablets={here}
          live={live}
          onDone={onAgain}
          onRefused={props.onRefused}
        />
      )}
      {gone.length > 0 && (
        <details class="more">
          <summary>{t('pro.tablets.gone')}</summary>
          <ul class="entries">
            {gone.map(tablet => (
              <TabletEntry key={tablet.id} tablet={tablet} now={now} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
