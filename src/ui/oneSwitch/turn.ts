/** Where the border stands: around a group, or around one thing in it. */
export interface Turn {
  readonly group: number
  readonly item?: number
  /** How often it went round without a press. */
  readonly round: number
  /** Nobody pressed for a while: it stands still until somebody does. */
  readonly rests?: true
}

/** So often around the page, and around one group, before it gives up. */
export const ROUNDS = 3
export const PASSES = 2

export const begin: Turn = { group: 0, round: 0 }

/**
 * The next place of the border.
 *
 * @param sizes how many things each group has
 */
export function step(turn: Turn, sizes: readonly number[]): Turn {
  const { group, item, round, rests } = turn
  if (rests) return turn
  if (group >= sizes.length) return begin
  if (item !== undefined) {
    if (item + 1 < sizes[group]!) return { group, item: item + 1, round }
    return round + 1 < PASSES ? { group, item: 0, round: round + 1 } : { group, round: 0 }
  }
  if (group + 1 < sizes.length) return { group: group + 1, round }
  return round + 1 < ROUNDS ? { group: 0, round: round + 1 } : { ...begin, rests: true }
}

/** What a press does: it goes into a group, or chooses the thing in the border. A border that rests only wakes. */
export function press(turn: Turn, sizes: readonly number[]): { readonly turn: Turn; readonly chosen?: number } {
  const { group, item, rests } = turn
  if (rests || group >= sizes.length) return { turn: begin }
  if (item !== undefined) return { turn: { group, round: 0 }, chosen: Math.min(item, sizes[group]! - 1) }
  if (sizes[group] === 1) return { turn: { group, round: 0 }, chosen: 0 }
  return { turn: { group, item: 0, round: 0 } }
}
