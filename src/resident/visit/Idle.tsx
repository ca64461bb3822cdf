import { Button } from '#ui/Button.tsx'
import { Say } from '#ui/Say.tsx'
import { Title } from '#ui/Title.tsx'

export interface IdlePageProps {
  readonly seconds: number
  readonly onStay: () => void
  readonly onWipe: () => void
}

/** "Ben je er nog?": the goal sinks behind the horizon while there is time to say so. */
export function IdlePage({ seconds, onStay, onWipe }: IdlePageProps) {
  return (
    <div class="scene scene--idle">
      <svg viewBox="0 0 1280 800" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        <rect class="sky" width="1280" height="380" />
        <path class="field" d="M640 380L-100 492V668zM640 380L1400 460v120z" />
        <clipPath id="above">
          <rect width="1280" height="380" />
        </clipPath>
        <g clip-path="url(#above)">
          <path
            class="goal"
            d="M500 406C493 319 548 252 623 252C718 252 786 295 780 375C774 464 710 508 634 508C542 508 506 487 500 406Z"
          />
        </g>
        <path class="line" d="M0 380h1280" />
      </svg>
      <main>
        <div class="scene__text scene__idle">
          <Title says="idle.title" describedBy="idle-left" />
          <p class="help" id="idle-left" role="timer" aria-live="off">
            <Say text="idle.body" values={{ count: seconds }} />
          </p>
        </div>
        <div class="idle__actions">
          <Button kind="primary" says="idle.stay" onTap={onStay} />
          <Button says="idle.wipe" onTap={onWipe} />
        </div>
      </main>
    </div>
  )
}
