import { type Ring, wheelStone } from '#ui/wheelStone.ts'

const ring: Ring = { x: 80, y: 40, inner: 7, outer: 20.5, gap: 1.5, corner: 2 }
const yellow = [0, 3, 6]

/** What goes to the place, drawn on one sheet of paper. The closed lock stands only on "Niets". */
export function ShareDrawing({ code }: { code: string }) {
  return (
    <svg class="sheetdrawing" viewBox="0 0 160 112" aria-hidden="true">
      <path class="paperwhite" d="M52 8c22-2 40-3 57 0 3 28 3 60 0 92-20 3-38 3-57 0-3-30-3-60 0-92z" />
      {code === 'share.step' && <Step />}
      {code === 'share.card' && <Wheel />}
      {code === 'share.none' && <Locked />}
    </svg>
  )
}

const Step = () => (
  <>
    <path class="yellow" d="M62 30c0-8 8-13 18-13s18 5 18 13" />
    <path d="M58 30h44" />
    <ellipse class="yellow" cx="80" cy="52" rx="17" ry="9" />
    <path class="dashes" d="M62 76h36M62 88h24" />
  </>
)

const Wheel = () => (
  <>
    {[0, 1, 2, 3, 4, 5, 6].map(place => (
      <path key={place} class={yellow.includes(place) ? 'yellow' : 'paperwhite'} d={wheelStone(ring, place)} />
    ))}
    <path d="M62 72h36M62 82h36M62 92h36" />
  </>
)

const Locked = () => (
  <>
    <path class="yellow" d="M62 52h36v28H62z" />
    <path d="M69 52v-9a11 11 0 0 1 22 0v9M80 63v7" />
  </>
)
