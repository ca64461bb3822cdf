/** Tells open streams that the session they belong to has ended. */
export interface SessionEnds {
  /** Calls `close` once when this session ends; the answer takes the listener away again. */
  on(session: string, close: () => void): () => void
  ended(sessions: readonly string[]): void
}

/** Kept in memory: a stream lives in this process, so a session that ends here ends its streams in the same tick. */
export function makeSessionEnds(): SessionEnds {
  const open = new Map<string, Set<() => void>>()
  return {
    on(session, close) {
      const streams = open.get(session) ?? new Set()
      open.set(session, streams.add(close))
      return () => {
        streams.delete(close)
        if (streams.size === 0 && open.get(session) === streams) open.delete(session)
      }
    },
    ended(sessions) {
      for (const session of sessions) {
        const streams = open.get(session)
        open.delete(session)
        for (const close of streams ?? []) close()
      }
    }
  }
}
