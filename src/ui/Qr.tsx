import { generate } from 'lean-qr'

/** A quiet border of four modules: scanners need it. */
const QUIET = 4

/** A text as QR code, in black on white in every theme. `label` says in words what one gets by scanning it. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = squares(text)
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}

/** The dark modules as one path, runs along each row. */
function squares(text: string): { size: number; path: string } {
  const code = generate(text)
  let path = ''
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      let run = 0
      while (code.get(x + run, y)) run++
      if (run > 0) path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`
      x += run
    }
  }
  return { size: code.size + 2 * QUIET, path }
}
