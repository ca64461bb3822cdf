import { LinkBox } from './LinkBox.tsx'

export interface MadeLinkProps {
  readonly label: string
  /** Until when it works, and that it works once. */
  readonly hint: string
  readonly link: string
  /** Instead of the link: it was used already. */
  readonly used?: string | false
  readonly close: string
  readonly onClose: () => void
}

/** A one-time link, just made: it stands here until whoever made it has handed it over. */
export function MadeLink({ label, hint, link, used, close, onClose }: MadeLinkProps) {
  return (
    <div class="panel__made" role="group" aria-label={label}>
      <div role="status">{used && <b>{used}</b>}</div>
      {!used && (
        <>
          <p>
            <b>{label}</b>
          </p>
          <p class="hint">{hint}</p>
          <LinkBox link={link} label={label} />
        </>
      )}
      <p>
        <button type="button" class="btn" onClick={onClose}>
          {close}
        </button>
      </p>
    </div>
  )
}
