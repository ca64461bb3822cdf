import { hearPresses } from './presses.ts'
import { targetsOf, titleOf } from './targets.ts'
import { begin, press, step, type Turn } from './turn.ts'

export interface Around {
  readonly document: Document
  /** The border: a box that lies over the page and takes no taps. */
  readonly border: HTMLElement
  /** The strip at the top, with the button that stops it. */
  readonly strip: HTMLElement
  readonly stop: HTMLElement
  /** Milliseconds that the border stands still at each thing, asked at each step. */
  readonly pace: () => number
  readonly onStop: () => void
}

/** Pixels between a thing and its border. */
const AIR = 5

/**
 * Moves a border along all that can be tapped; a press chooses. It moves no focus and says nothing, so that nobody who
 * listens hears it, and a tablet that nobody touches still wipes itself. Gives a function that ends it.
 */
export function goRound({ document, border, strip, stop, pace, onStop }: Around): () => void {
  const root = document.documentElement
  let groups: HTMLElement[][] = []
  let turn: Turn = begin
  let title: Element | undefined
  let clock: ReturnType<typeof setTimeout>

  /** Takes in what is on the page now. A new page begins at its first thing. */
  const look = () => {
    const now = titleOf(document)
    groups = [...targetsOf(document), [stop]]
    if (now !== title || turn.group >= groups.length) turn = begin
    const fresh = now !== title
    title = now
    return fresh
  }
  const sizes = () => groups.map(i => i.length)
  const inBorder = (): HTMLElement[] => {
    const group = groups[turn.group] ?? []
    return turn.item === undefined ? group : group.slice(turn.item, turn.item + 1)
  }
  const draw = () => {
    const boxes = inBorder().map(i => i.getBoundingClientRect())
    const start = Math.min(...boxes.map(i => i.left)) - AIR
    const top = Math.min(...boxes.map(i => i.top)) - AIR
    border.hidden = boxes.length === 0
    border.style.transform = `translate(${start}px, ${top}px)`
    border.style.width = `${Math.max(...boxes.map(i => i.right)) + AIR - start}px`
    border.style.height = `${Math.max(...boxes.map(i => i.bottom)) + AIR - top}px`
    border.dataset['at'] = turn.rests ? 'rest' : turn.item === undefined ? 'group' : 'item'
    const marked = new Set(inBorder())
    for (const it of document.querySelectorAll<HTMLElement>('[data-scanned]')) {
      if (!marked.has(it)) delete it.dataset['scanned']
    }
    for (const it of marked) it.dataset['scanned'] = ''
  }
  /** Brings what is in the border between the strip and the controls. */
  const show = () => {
    const [first] = inBorder()
    if (first && !first.closest('.page__foot, .oneswitch')) {
      const { top, bottom } = first.getBoundingClientRect()
      const feet = [...document.querySelectorAll('.page__foot')].find(i => i.getClientRects().length > 0)
      const end = feet?.getBoundingClientRect().top ?? root.clientHeight
      if (top < strip.getBoundingClientRect().bottom || bottom > end) first.scrollIntoView({ block: 'center' })
    }
    draw()
  }
  const wait = () => {
    clearTimeout(clock)
    clock = setTimeout(() => {
      if (!look()) turn = step(turn, sizes())
      show()
      wait()
    }, pace())
  }
  const changed = () => {
    if (look()) {
      show()
      wait()
    } else draw()
  }
  const onPress = () => {
    look()
    const here = groups[turn.group] ?? []
    const { turn: after, chosen } = press(turn, sizes())
    turn = after
    const it = chosen === undefined ? undefined : here[chosen]
    if (it) it.click()
    look()
    show()
    wait()
  }

  /** The strip is as high as its words need, in every language and size of letters. */
  const room = () => root.style.setProperty('--strip', `${strip.getBoundingClientRect().height}px`)
  const grows = new ResizeObserver(() => {
    room()
    draw()
  })
  grows.observe(strip)
  root.dataset['scan'] = ''
  room()
  const deaf = hearPresses(document, strip, { onPress, onEscape: onStop })
  const watch = new MutationObserver(changed)
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden'] })
  const view = document.defaultView!
  view.addEventListener('scroll', draw, { capture: true, passive: true })
  view.addEventListener('resize', draw)
  look()
  show()
  wait()
  return () => {
    clearTimeout(clock)
    deaf()
    watch.disconnect()
    grows.disconnect()
    root.style.removeProperty('--strip')
    view.removeEventListener('scroll', draw, { capture: true })
    view.removeEventListener('resize', draw)
    delete root.dataset['scan']
    for (const it of document.querySelectorAll<HTMLElement>('[data-scanned]')) delete it.dataset['scanned']
  }
}
