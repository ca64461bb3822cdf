import './wheel.css'

import { useId } from 'preact/hooks'

import { mirrored } from './mirrored.ts'
import { outerOf, pointAt, type Ring, turnOf, wheelStone } from './wheelStone.ts'

/** One of the seven areas. `open` is not spoken about, which is not the same as bad. */
export interface WheelPart {
  /** Also the name of the picture at the rim. */
  readonly area: string
  readonly part: 'good' | 'change' | 'open'
  /** How full a stone is that should change; absent when that was not asked. */
  readonly level?: 1 | 2 | 3
}

export interface WheelProps {
  /** Seven, in their fixed clock places: the first at the top, then clockwise, never mirrored. */
  readonly parts: readonly WheelPart[]
  /** What the wheel shows, in words, for those who hear it. */
  readonly alt: string
  /** The word in the middle. */
  readonly me: string
  /** Black on white paper: black, hatch and outline instead of colours. */
  readonly paper?: boolean
}

const ring: Ring = { x: 250, y: 250, inner: 74, outer: 168, gap: 4.5, corner: 14 }
const RIM = 217

/**
 * The wheel of seven paving stones around "ik". Good is full with a tick; to be changed is filled from the middle, with
 * an arrow outward; the others are an equal outline. No numbers, no total, no line that joins them.
 */
export function Wheel({ parts, alt, me, paper = false }: WheelProps) {
  const id = useId()
  return (
    <svg class={paper ? 'wheel wheel--paper' : 'wheel'} viewBox="0 0 500 500" role="img" aria-label={alt} dir="ltr">
      {paper && (
        <defs>
          <pattern id={`${id}h`} width="7" height="7" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
            <path d="M0 0v7" stroke="#000" stroke-width="3" />
          </pattern>
        </defs>
      )}
      {parts.map((part, place) => (
        <Part key={part.area} part={part} place={place} id={id} paper={paper} />
      ))}
      <ellipse class="wheel__me" cx="250" cy="250" rx="56" ry="50" />
      <text x="250" y="260">
        {me}
      </text>
    </svg>
  )
}

function Part({ part, place, id, paper }: { part: WheelPart; place: number; id: string; paper: boolean }) {
  const outline = wheelStone(ring, place)
  const [x, y] = pointAt(ring, turnOf(place), RIM)
  const unknown = part.part === 'change' && part.level === undefined
  return (
    <g data-part={part.part}>
      <path class={part.part === 'good' ? 'wheel__stone wheel__stone--good' : 'wheel__stone'} d={outline} />
      {part.level !== undefined && part.part === 'change' && (
        <Filled level={part.level} place={place} outline={outline} id={`${id}${place}`} hatch={paper && `${id}h`} />
      )}
      {part.part === 'change' && (
        <path class={unknown ? 'wheel__line wheel__line--dotted' : 'wheel__line'} d={outline} />
      )}
      {part.part === 'change' && <Arrow place={place} />}
      {part.part === 'good' && <Tick place={place} />}
      <ellipse class="wheel__plate" cx={x.toFixed(1)} cy={y.toFixed(1)} rx="34" ry="30" />
      <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
        <use
          class={mirrored.has(part.area) ? 'wheel__picture wheel__picture--way' : 'wheel__picture'}
          href={`/pictures/area.svg#${part.area}`}
          x="-26"
          y="-26"
          width="52"
          height="52"
        />
      </g>
    </g>
  )
}

interface FilledProps {
  level: 1 | 2 | 3
  place: number
  outline: string
  id: string
  /** Id of the hatch on paper. */
  hatch: string | false
}

/** A stone filled from the middle, one to three thirds. */
function Filled({ level, place, outline, id, hatch }: FilledProps) {
  const radius = ring.inner + ((outerOf(ring, place) - ring.inner) * level) / 3
  return (
    <>
      <clipPath id={id}>
        <path d={outline} />
      </clipPath>
      <circle
        class="wheel__filled"
        cx={ring.x}
        cy={ring.y}
        r={level === 3 ? ring.outer * 1.1 : radius.toFixed(1)}
        clip-path={`url(#${id})`}
        {...(hatch ? { fill: `url(#${hatch})` } : {})}
      />
    </>
  )
}

function Arrow({ place }: { place: number }) {
  const turn = turnOf(place)
  const [x, y] = pointAt(ring, turn, 158)
  const from = pointAt(ring, turn, 102).map(at => at.toFixed(1))
  const to = `${x.toFixed(1)} ${y.toFixed(1)}`
  return (
    <>
      <path class="wheel__arrow" d={`M${from.join(' ')}L${to}`} />
      <path
        class="wheel__arrow"
        d="M-13 13L0 0 13 13"
        transform={`translate(${to}) rotate(${((turn * 180) / Math.PI).toFixed(1)})`}
      />
    </>
  )
}

function Tick({ place }: { place: number }) {
  const [x, y] = pointAt(ring, turnOf(place), 125)
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <ellipse class="wheel__badge" rx="24" ry="21" />
      <path class="wheel__tick" d="M-11 1l8 8 14-16" />
    </g>
  )
}
