import type { Drawer, Trouble } from './drawer.ts'

/** A desk's own wrapped keys (`sealing/device.ts` knows their shape), by a name such as `device`. */
export interface Keyring {
  get(name: string): Promise<unknown>
  put(name: string, key: unknown): Promise<'kept' | Trouble>
  forget(name: string): Promise<'kept' | Trouble>
}

export function keyring(drawer: Drawer): Keyring {
  return {
    async get(name) {
      const found = await drawer.work(['keyring'], 'readonly', hands => hands.get('keyring', name))
      return typeof found === 'object' && found !== null ? found : undefined
    },
    put: (name, key) =>
      drawer.work(['keyring'], 'readwrite', async hands => {
        await hands.put('keyring', name, key)
        return 'kept' as const
      }),
    forget: name =>
      drawer.work(['keyring'], 'readwrite', async hands => {
        await hands.delete('keyring', name)
        return 'kept' as const
      })
  }
}
