/** A thing on the page, in the order in which it is read. Top and bottom in CSS pixels. */
export interface Box {
  readonly top: number
  readonly bottom: number
  /** What it belongs to: the page, or the controls that lie over its end. */
  readonly part: unknown
}

/** So many are gone round one by one; more are quicker by rows. */
const FEW = 6

/** Positions in `boxes`, as the border goes round them: row by row where there are many, else one by one. */
export function rowsOf(boxes: readonly Box[]): number[][] {
  if (boxes.length <= FEW) return boxes.map((_, i) => [i])
  const rows: number[][] = []
  let of: Box | undefined
  boxes.forEach((box, i) => {
    if (of && sameRow(of, box)) rows[rows.length - 1]!.push(i)
    else {
      rows.push([i])
      of = box
    }
  })
  return rows
}

/** They stand beside each other for at least half of the lower one: a speaker in the corner of its tile does. */
function sameRow(one: Box, other: Box): boolean {
  if (one.part !== other.part) return false
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return shared >= Math.min(one.bottom - one.top, other.bottom - other.top) / 2
}
