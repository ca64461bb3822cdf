import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'

import { Icon } from './Drawing.tsx'

export interface MenuProps {
  /** What the button shows. */
  readonly name: string
  /** What the button is called. */
  readonly label: string
  /** What can be done; each calls `after` with what it does. */
  readonly children: (after: (does: () => void) => () => void) => ComponentChildren
}

/** A button with a few things to do under it. Escape, a choice or a click elsewhere closes it and gives the focus back. */
export function Menu({ name, label, children }: MenuProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setOpen(false)
      button.current?.focus()
    }
    const onAway = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    // before the page's own keys: here Escape means only this
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('pointerdown', onAway)
    document.addEventListener('focusin', onAway)
    return () => {
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('pointerdown', onAway)
      document.removeEventListener('focusin', onAway)
    }
  }, [open])

  return (
    <div class="menu" ref={box}>
      <button
        ref={button}
        type="button"
        class="menu__button"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <bdi>{name}</bdi>
        <Icon name="more" />
      </button>
      <div class="menu__list" id={id} hidden={!open}>
        {children(does => () => {
          setOpen(false)
          does()
        })}
      </div>
    </div>
  )
}
