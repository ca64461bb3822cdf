import type { Drawer, Trouble } from './drawer.ts'

/** What staff chose on a tablet. */
export interface TabletSettings {
  /** Codes of the languages on the first page; absent: all there are. */
  readonly languages?: readonly string[]
  /** This tablet is being practised with: nothing of it is sent. */
  readonly practice?: true
  /** A visit fills the screen, where the browser lets it. */
  readonly fullScreen?: true
  /** There is a printer: without one, a print dialog saves a card as a file on the tablet. */
  readonly printer?: true
  /** Wrong staff codes in a row, and until when none is tried: a reload is no way around the waiting. */
  readonly tries?: { readonly wrong: number; readonly until: number }
}

export interface SettingsShelf {
  get(): Promise<TabletSettings>
  put(settings: TabletSettings): Promise<'kept' | Trouble>
  forget(): Promise<'kept' | Trouble>
}

/** It lies beside the place: both are this tablet's, and no resident's. */
export function settingsShelf(drawer: Drawer): SettingsShelf {
  return {
    async get() {
      const found = await drawer.work(['place'], 'readonly', hands => hands.get('place', 'settings'))
      return read(found)
    },
    put: settings =>
      drawer.work(['place'], 'readwrite', async hands => {
        await hands.put('place', 'settings', settings)
        return 'kept' as const
      }),
    forget: () =>
      drawer.work(['place'], 'readwrite', async hands => {
        await hands.delete('place', 'settings')
        return 'kept' as const
      })
  }
}

/** Another version of the app may have written this: what is not understood is not chosen. */
function read(value: unknown): TabletSettings {
  if (typeof value !== 'object' || value === null) return {}
  const { languages, practice, fullScreen, printer, tries } = value as Record<string, unknown>
  const { wrong, until } = (tries ?? {}) as Record<string, unknown>
  const codes = Array.isArray(languages) ? languages.filter(i => typeof i === 'string') : []
  return {
    ...(codes.length > 0 ? { languages: codes } : {}),
    ...(practice === true ? { practice } : {}),
    ...(fullScreen === true ? { fullScreen } : {}),
    ...(printer === true ? { printer } : {}),
    ...(typeof wrong === 'number' && typeof until === 'number' ? { tries: { wrong, until } } : {})
  }
}
