interface Waiting<In, Out> {
  readonly one: In
  readonly resolve: (answer: Out) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Turns a function over many into a function over one: calls that wait in the same tick go together, and those that
 * come while a group runs form the next. One flush to disk then serves them all.
 *
 * A group that throws rejects each of its calls.
 */
export function gather<In, Out>(run: (all: readonly In[]) => Promise<readonly Out[]>, most = 256) {
  let waiting: Waiting<In, Out>[] = []
  let running = false

  async function runAll() {
    while (waiting.length > 0) {
      const group = waiting.slice(0, most)
      waiting = waiting.slice(most)
      try {
        const answers = await run(group.map(i => i.one))
        group.forEach((i, at) => i.resolve(answers[at]!))
      } catch (error) {
        for (const i of group) i.reject(error)
      }
      // what arrived meanwhile is still in the sockets; let it join
      await new Promise(setImmediate)
    }
    running = false
  }

  return (one: In): Promise<Out> =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (running) return
      running = true
      setImmediate(() => void runAll())
    })
}
