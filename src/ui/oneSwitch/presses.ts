/** A hand that trembles presses twice, milliseconds. */
const TREMBLE = 250
/** The space bar held for so long starts it from anywhere, milliseconds. */
const HOLD = 1_500

const types = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !/radio|checkbox/.test(target.type))

/**
 * Hears one switch: any key but Escape, or a tap anywhere. Nothing else happens by it, except in a field that somebody
 * types in and on what lies inside `free`. Gives a function that stops it.
 */
export function hearPresses(
  document: Document,
  free: Element,
  { onPress, onEscape }: { readonly onPress: () => void; readonly onEscape: () => void }
): () => void {
  let last = -TREMBLE
  const press = (at: number) => {
    if (at - last >= TREMBLE) onPress()
    last = at
  }
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  const own = ({ target }: Event) => target instanceof Node && free.contains(target)
  const key = (event: KeyboardEvent) => {
    if (types(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    swallow(event)
    if (event.type === 'keyup' || event.repeat || event.key === 'Shift') return
    if (event.key === 'Escape') onEscape()
    else press(event.timeStamp)
  }
  const tap = (event: MouseEvent) => {
    // what is chosen by the border is tapped by this page itself
    if (!event.isTrusted || own(event)) return
    swallow(event)
  }
  const lift = (event: PointerEvent) => {
    if (event.isPrimary && !own(event)) press(event.timeStamp)
  }
  document.addEventListener('keydown', key, true)
  document.addEventListener('keyup', key, true)
  document.addEventListener('click', tap, true)
  document.addEventListener('pointerup', lift, true)
  return () => {
    document.removeEventListener('keydown', key, true)
    document.removeEventListener('keyup', key, true)
    document.removeEventListener('click', tap, true)
    document.removeEventListener('pointerup', lift, true)
  }
}

/**
 * Calls once the space bar was held: the way in for whoever can press one key only, on the very first page too. It
 * counts by the key's own repeating, so that no timer stands between.
 */
export function hearHold(document: Document, onHeld: () => void): () => void {
  let since: number | undefined
  let held = false
  const down = (event: KeyboardEvent) => {
    if (event.key !== ' ' || types(event.target)) return
    if (!event.repeat) since = event.timeStamp
    else if (since !== undefined && event.timeStamp - since >= HOLD) {
      since = undefined
      held = true
      onHeld()
    }
  }
  const up = (event: KeyboardEvent) => {
    // the button that has the focus was not meant
    if (held) event.preventDefault()
    held = false
    since = undefined
  }
  document.addEventListener('keydown', down, true)
  document.addEventListener('keyup', up, true)
  return () => {
    document.removeEventListener('keydown', down, true)
    document.removeEventListener('keyup', up, true)
  }
}
