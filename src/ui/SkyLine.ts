import { createContext } from 'preact'

/** What every page says in its sky, such as that there is no internet. */
export const SkyLine = createContext<string | undefined>(undefined)
