import type { Language } from '#i18n/languages.ts'
import type { StaffCode } from '#sealing/staffCode.ts'
import type { Store } from '#store/database.ts'
import type { TabletSettings } from '#store/settings.ts'
import type { ComponentType } from 'preact'

import type { BetweenProps } from './Between.tsx'

/** What only a tablet of the place has: a time between two visits, and a staff menu. */
export interface Kiosk {
  /** The real drawer, also while staff practise. */
  readonly store: Store
  /** What lets staff into the menu, as it was when this document began: a store that broke since opens no door. */
  readonly code: StaffCode
  /** As they stood when this document began. */
  readonly settings: TabletSettings
  /** A fresh document: settings count from its beginning. */
  readonly restart: (path?: string) => void
  /** Sends what waits and looks at everything anew. Resolves when it was tried. */
  readonly sendNow: () => Promise<void>
  /** Whether a newer version may take the page: only between visits. */
  readonly free: (on: boolean) => void
  /** Languages that are heard over others, where people of the place recorded them. */
  readonly heard?: Promise<readonly Language[]>
  /** What is shown between visits. */
  readonly Between: ComponentType<BetweenProps>
}
