import './card.css'

import type { Summary } from '#intake/summary.ts'
import { useWords } from '#ui/words.ts'
import type { Outcome } from '#wire/queue.ts'
import { useEffect, useRef, useState } from 'preact/hooks'

import { presence } from '../queue/here.ts'
import type { Card } from '../queue/queue.ts'
import { useKeys } from '../shell/keys.ts'
import type { Acts } from '../useActs.ts'
import { ActBar } from './ActBar.tsx'
import { ChangedPanel } from './ChangedPanel.tsx'
import { CloseSheet } from './CloseSheet.tsx'
import { EraseSheet } from './EraseSheet.tsx'
import { Guide } from './Guide.tsx'
import { Posture, Reverse } from './Panels.tsx'
import { Sheet } from './Sheet.tsx'
import { useShown } from './useShown.ts'

export interface CardPageProps {
  readonly card: Card
  readonly summary: Summary
  readonly hereNow: boolean
  readonly me: string
  readonly coordinator: boolean
  readonly place: string
  readonly now: number
  readonly live: boolean
  readonly acts: Acts
  readonly onBack: () => void
}

type Beside = 'guide' | 'posture' | 'reverse' | 'close' | 'erase'

/** One card, with beside it what helps the talk, and below it what can be done. */
export function CardPage(props: CardPageProps) {
  const { card, summary, me, live, now, acts } = props
  const { t } = useWords()
  const { item } = card
  const [beside, setBeside] = useState<Beside>('guide')
  const [outcome, setOutcome] = useState<Outcome>()
  const [stone, setStone] = useState(0)
  const { shown, toggle } = useShown(summary.lang, props.place)
  const code = `${t(summary.code.word)} ${summary.code.digits}`
  const here = presence(card, now)?.is === 'here'
  const guide = () => setBeside('guide')

  const noted = useRef(false)
  useEffect(() => {
    if (!live || noted.current) return
    noted.current = true
    void acts.act(item, 'opened', code)
  }, [live])
  useEffect(() => {
    document.getElementById('card-code')?.focus()
    return acts.forget
  }, [])

  const claim = () => item.state === 'new' && live && void acts.act(item, 'claim', code)
  useKeys({
    c: claim,
    w: toggle,
    n: () => setStone(stone + 1),
    Escape: () => (acts.changed ? acts.forget() : beside === 'guide' ? props.onBack() : guide())
  })

  const close = async (chosen: Outcome) => {
    if (await acts.act(item, 'close', code, chosen)) {
      setOutcome(undefined)
      guide()
    }
  }
  const again = () => {
    const { wanted, outcome: kept } = acts.changed!
    void acts.act(item, wanted, code, kept).then(happened => happened && guide())
  }

  return (
    <>
      <main class="two" id="main" tabIndex={-1}>
        <Sheet {...props} item={item} shown={shown} onShow={toggle} />
        {acts.changed ? (
          <ChangedPanel changed={acts.changed} me={me} busy={acts.busy} onAgain={again} onClose={acts.forget} />
        ) : beside === 'close' ? (
          <CloseSheet
            chosen={outcome}
            onChoose={setOutcome}
            busy={acts.busy}
            live={live}
            onDo={() => outcome && void close(outcome)}
            onClose={guide}
          />
        ) : beside === 'erase' ? (
          <EraseSheet
            busy={acts.busy}
            live={live}
            onDo={() => void acts.erase(item).then(happened => happened && props.onBack())}
            onClose={guide}
          />
        ) : beside === 'posture' ? (
          <Posture onClose={guide} />
        ) : beside === 'reverse' ? (
          <Reverse onClose={guide} />
        ) : (
          <Guide
            summary={summary}
            at={stone}
            onAt={setStone}
            onPosture={() => setBeside('posture')}
            onReverse={() => setBeside('reverse')}
          />
        )}
      </main>
      {beside !== 'close' && beside !== 'erase' && !acts.changed && (
        <ActBar
          item={item}
          me={me}
          coordinator={props.coordinator}
          here={here}
          live={live}
          busy={acts.busy}
          onClaim={claim}
          onRelease={() => void acts.act(item, 'release', code)}
          onClose={() => setBeside('close')}
          onReopen={() => void acts.act(item, 'reopen', code)}
          onGone={() => void acts.act(item, 'gone', code)}
          onErase={() => setBeside('erase')}
          onBack={props.onBack}
        />
      )}
    </>
  )
}
