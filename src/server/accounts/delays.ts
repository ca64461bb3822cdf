import { createHmac, randomBytes } from 'node:crypto'

/** How patient the server is with one kind of guesser; times in milliseconds. */
interface Patience {
  /** Tries that wait for nothing. */
  readonly free: number
  /** The wait after those: doubles up to this. */
  readonly most: number
  /** Tries stand in line behind each other, so that a hundred at once are as slow as a hundred in a row. */
  readonly line: boolean
}

/** Whose tries count together. */
export interface Guess {
  /** What is guessed at: an e-mail address, a member, a location. */
  readonly at: string
  /** The network address it comes from. */
  readonly from: string
}

export interface Delays {
  /** Counts a try and waits its turn; or says after how many seconds to come back. */
  wait(guess: Guess): Promise<'go' | { retryAfter: number }>
  /** The secret was right: this was no guess. */
  forgive(guess: Guess): void
}

const FORGET = 60 * 60_000
const LONGEST = 60_000
const REMEMBERED = 20_000

/**
 * Guessing gets slower, nobody is locked out: the owner of an account that is guessed at from everywhere waits four
 * seconds at most. In memory only, and by a hash, so that no list of addresses exists anywhere.
 *
 * @param freeTries wrong tries in an hour from one network address that wait for nothing; a library may share one
 */
export function makeDelays({
  now,
  sleep,
  freeTries
}: {
  now: () => number
  sleep: (milliseconds: number) => Promise<void>
  freeTries: number
}): Delays {
  const kinds: Record<string, Patience> = {
    pair: { free: 3, most: 30_000, line: true },
    at: { free: 6, most: 4_000, line: false },
    from: { free: freeTries, most: 2_000, line: true }
  }
  const known = new Map<string, { tries: number; until: number; turn: number }>()
  const secret = randomBytes(32)

  function keys({ at, from }: Guess): (readonly [Patience, string])[] {
    const texts: Record<string, string> = { pair: JSON.stringify([at, from]), at, from }
    return Object.entries(kinds).map(([kind, patience]) => {
      const text = `${kind} ${texts[kind]!}`
      return [patience, createHmac('sha256', secret).update(text).digest('base64url')] as const
    })
  }

  function count(key: string, { free, most, line }: Patience) {
    const before = known.get(key)
    const still = before && before.until > now() ? before : { tries: 0, turn: 0 }
    const tries = still.tries + 1
    const gap = tries <= free ? 0 : Math.min(most, 500 * 2 ** (tries - free))
    const turn = (line ? Math.max(now(), still.turn) : now()) + gap
    return { key, before: still.turn, now: { tries, until: now() + FORGET, turn } }
  }

  function remember(key: string, one: { tries: number; until: number; turn: number }) {
    // put at the end: the map forgets who has been quiet longest
    known.delete(key)
    known.set(key, one)
    if (known.size > REMEMBERED) known.delete(known.keys().next().value!)
  }

  return {
    async wait(guess) {
      const counted = keys(guess).map(([patience, key]) => count(key, patience))
      const delay = Math.max(...counted.map(i => i.now.turn)) - now()
      const refused = delay > LONGEST
      // who is sent away takes no place in the line
      for (const i of counted) remember(i.key, refused ? { ...i.now, turn: i.before } : i.now)
      if (refused) return { retryAfter: Math.ceil(delay / 1000) }
      if (delay > 0) await sleep(delay)
      return 'go'
    },
    forgive(guess) {
      const [[, pair], [, at], [, from]] = keys(guess) as [[Patience, string], [Patience, string], [Patience, string]]
      known.delete(pair)
      known.delete(at)
      // the network address keeps the tries of others
      const shared = known.get(from)
      if (shared) known.set(from, { ...shared, tries: Math.max(0, shared.tries - 1) })
    }
  }
}
