/** The house as data. Lint, tests and src/README.md all read this one table. */
export interface Room {
  /** What lives here, in a sentence a newcomer understands. */
  readonly holds: string
  /** Which rooms, or single files of a room, it may look into. */
  readonly sees: readonly string[]
  /** Which packages enter the house by this door. */
  readonly packages: readonly string[]
}

export const rooms = {
  intake: {
    holds: 'what is asked and answered: questions, answers, the goals summary and its lines',
    sees: [],
    packages: ['zod']
  },
  wire: {
    holds: 'what crosses the network: sealed envelopes, receipts, profiles, error codes',
    sees: [],
    packages: ['zod']
  },
  i18n: { holds: 'languages, direction, loading of locales/', sees: [], packages: ['i18next'] },
  ui: {
    holds: 'buttons, cards and pages that know no question',
    sees: ['i18n'],
    packages: ['preact', 'workbox-window', 'lean-qr']
  },
  store: { holds: "this device's one drawer: opaque bytes that survive a closed browser", sees: [], packages: ['idb'] },
  sealing: { holds: 'closing and opening of envelopes, and the keys', sees: ['wire'], packages: ['hpke'] },
  outbox: {
    holds: 'sealed envelopes waiting on this device, and their delivery',
    sees: ['store', 'wire'],
    packages: []
  },
  worker: {
    holds: 'the service worker: the app offline, the outbox awake',
    sees: ['outbox', 'store'],
    packages: ['workbox-precaching', 'workbox-routing']
  },
  resident: {
    holds: 'the page a resident walks through, on the kiosk or on their own phone',
    sees: [
      'intake',
      'sealing/seal.ts',
      'sealing/draft.ts',
      'sealing/card.ts',
      'sealing/seed.ts',
      'store',
      'outbox',
      'wire',
      'i18n',
      'ui'
    ],
    packages: ['preact']
  },
  server: {
    holds: 'the post room: takes in, keeps, hands out and forgets envelopes',
    sees: ['wire'],
    packages: ['hono', '@hono/node-server', 'kysely', 'better-sqlite3', 'better-auth', 'node:']
  },
  desk: {
    holds: "the professional's page: unlock, queue, summary",
    sees: ['intake', 'sealing', 'store', 'wire', 'i18n', 'ui'],
    packages: ['preact']
  }
} as const satisfies Record<string, Room>
