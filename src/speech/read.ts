/** What became of one sentence: said to its end, not said (the next way is tried), or broken off. */
export type Outcome = 'said' | 'failed' | 'stopped'

export interface Reading<S, W> {
  readonly ways: (sentence: S) => readonly W[]
  readonly say: (way: W, sentence: S, signal: AbortSignal) => Promise<Outcome>
  /** Before each sentence that has a voice. False: it is not on the screen any more, go to the next. */
  readonly onSentence: (place: number, way: W) => boolean
  /** Once, when all is read or somebody stopped it. */
  readonly onEnd: () => void
}

/** Reads sentences one after the other. Gives the function that stops it at once. */
export function read<S, W>(sentences: readonly S[], { ways, say, onSentence, onEnd }: Reading<S, W>): () => void {
  const stopping = new AbortController()
  const { signal } = stopping

  /** True when it was said, or nobody can say it. */
  const one = async (sentence: S, place: number): Promise<boolean> => {
    for (const way of ways(sentence)) {
      if (!onSentence(place, way)) return true
      const outcome = await say(way, sentence, signal)
      if (outcome === 'stopped' || signal.aborted) return false
      if (outcome === 'said') return true
    }
    return true
  }
  const all = async () => {
    for (const [place, sentence] of sentences.entries()) {
      if (!(await one(sentence, place))) break
    }
    if (!signal.aborted) onEnd()
  }
  void all()
  return () => {
    if (signal.aborted) return
    stopping.abort()
    onEnd()
  }
}
