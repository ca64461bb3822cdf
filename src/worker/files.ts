/** One file of the app. Without a revision its name carries a hash of what is in it. */
export interface AppFile {
  readonly address: string
  /** The start of the SHA-256 of what is in it, in hexadecimal. */
  readonly revision?: string
  /** A script (`Ethi`) or a language (`ti`): fetched only where that is read or heard, see `keepMarked`. */
  readonly mark?: string
}

/** Where the build left the list, beside the pages. */
export const LIST = '/files.txt'

/** Reads the list as the build wrote it: a file a line, `address`, `address revision` or `address revision mark`. */
export function readFiles(list: string): AppFile[] {
  return list.split('\n').map(line => {
    const [address, revision, mark] = line.split(' ')
    return { address: `/${address}`, ...(revision ? { revision } : {}), ...(mark ? { mark } : {}) }
  })
}

/** Under which name a file is cached: another for every content, so that an unchanged one is not fetched again. */
export const keyOf = ({ address, revision }: AppFile): string => (revision ? `${address}?${revision}` : address)

/** Which file answers a GET: a place's address is the resident's page, everything else is itself. */
export const addressFor = (path: string, navigates: boolean): string =>
  navigates && /^\/(?:k|[lk]\/[^/]*)$/.test(path) ? '/' : path

/**
 * Whether an address may be a file of the app. A worker must say so at once, before it can look into its list; one that
 * is not on the list is then asked of the server after all.
 */
export const mayBeFile = (address: string): boolean =>
  /^\/(?:(?:desk\/)?$|(?:assets|audio|fonts|pictures)\/|[\w-]+\.(?:png|svg|ico|webmanifest)$)/.test(address)
