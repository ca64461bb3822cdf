/** One file of the app. Without a revision its name carries a hash of what is in it. */
export interface AppFile {
  readonly address: string
  readonly revision?: string
}

/** Reads the list as the build wrote it: one file a line, `address` or `address revision`, without the first slash. */
export function readFiles(list: string): AppFile[] {
  return list.split('\n').map(line => {
    const [address, revision] = line.split(' ')
    return { address: `/${address}`, ...(revision ? { revision } : {}) }
  })
}

/** Under which name a file is cached: another for every content, so that an unchanged one is not fetched again. */
export const keyOf = ({ address, revision }: AppFile): string => (revision ? `${address}?${revision}` : address)

/** Which file answers a GET: a place's address is the resident's page, everything else is itself. */
export const addressFor = (path: string, navigates: boolean): string =>
  navigates && /^\/[lk]\/[^/]*$/.test(path) ? '/' : path
