import { useEffect, useRef } from 'preact/hooks'

/** Long enough that nobody does it by chance. */
export const LONG = 1_500
/** A finger never stands quite still. */
const SLACK = 24

/** Handlers for something that answers only to a finger that stays on it. Taps and swipes do nothing. */
export function useLongPress(onPress: () => void) {
  const clock = useRef<ReturnType<typeof setTimeout>>(undefined)
  const from = useRef({ x: 0, y: 0 })
  const letGo = () => clearTimeout(clock.current)
  useEffect(() => letGo, [])
  return {
    onPointerDown: ({ clientX: x, clientY: y }: PointerEvent) => {
      letGo()
      from.current = { x, y }
      clock.current = setTimeout(onPress, LONG)
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - from.current.x, clientY - from.current.y) > SLACK) letGo()
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onPointerLeave: letGo,
    // Android answers a long press with a menu of its own
    onContextMenu: (event: Event) => event.preventDefault()
  }
}
