import { open, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a clip lies: whose it is, in which language, and the hash of what is in it. */
export interface ClipPlace {
  readonly location: string
  readonly language: string
  readonly hash: string
}

/** The sound files of all places, each named by the hash of what is in it. */
export interface ClipFiles {
  /** On disk under its name, whole, when it returns. */
  put(place: ClipPlace, bytes: Uint8Array): Promise<void>
  get(place: ClipPlace): Promise<Uint8Array | 'not-found'>
  drop(place: ClipPlace): Promise<void>
  /** Everything that lies there, also what is half written. */
  all(): Promise<readonly ClipPlace[]>
}

const END = '.mp3'

/** @param root a folder that need not be there yet */
export function clipFiles(root: string): ClipFiles {
  const folder = ({ location, language }: ClipPlace) => join(root, location, language)
  const file = (place: ClipPlace) => join(folder(place), place.hash + END)
  return {
    async put(place, bytes) {
      await mkdir(folder(place), { recursive: true })
      const half = `${file(place)}.part${END}`
      const handle = await open(half, 'w', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(half, file(place))
      await syncFolder(folder(place))
    },
    async get(place) {
      try {
        return await readFile(file(place))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'not-found'
        throw error
      }
    },
    drop: place => rm(file(place), { force: true }),
    async all() {
      const places: ClipPlace[] = []
      for (const location of await names(root)) {
        for (const language of await names(join(root, location))) {
          for (const name of await names(join(root, location, language)))
            if (name.endsWith(END)) places.push({ location, language, hash: name.slice(0, -END.length) })
        }
      }
      return places
    }
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}

/** A new name is only safe once its folder is on disk; Windows cannot do that, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
