import { type Compartment, compartments, type Drawer, type Hands } from './drawer.ts'

type Contents = Record<Compartment, Map<string, unknown>>

/**
 * A drawer that lives as long as the page, for browsers that give us no database (a private window, a policy).
 * The conversation still works; sharing then needs the network at once, and the page says so.
 */
export function memoryDrawer(): Drawer {
  let contents = Object.fromEntries(compartments.map(name => [name, new Map()])) as Contents
  let last: Promise<unknown> = Promise.resolve()

  return {
    lasting: false,
    work(_names, mode, task) {
      const turn = last.then(async () => {
        // a copy, so that a task that throws half-way leaves nothing behind
        const copy = Object.fromEntries(compartments.map(name => [name, new Map(contents[name])])) as Contents
        const result = await task(handsIn(copy))
        if (mode === 'readwrite') contents = copy
        return result
      })
      last = turn.catch(() => undefined)
      return turn
    },
    close() {}
  }
}

function handsIn(contents: Contents): Hands {
  return {
    get: async (name, key) => contents[name].get(key),
    all: async name => [...contents[name].values()],
    put: async (name, key, value) => contents[name].set(key, value),
    delete: async (name, key) => contents[name].delete(key)
  }
}
