/** The house as data. Lint, tests and src/README.md all read this one table. */
export interface Room {
  /** What lives here, in a sentence a newcomer understands. */
  readonly holds: string
  /** Which rooms, or single files of a room, it may look into. */
  readonly sees: readonly string[]
  /** Which packages enter the house by this door. */
  readonly packages: readonly string[]
  /** What it must not reach, not even through files of other rooms: the product's promise as an import rule. */
  readonly never: readonly string[]
}

/** Rooms where a resident's answers can be read. Nothing that carries or keeps envelopes may reach them. */
const readable = ['intake', 'sealing', 'resident', 'desk']

export const rooms = {
  intake: {
    holds: 'what is asked and answered: questions, answers, the goals summary and its lines',
    sees: [],
    packages: ['zod'],
    never: []
  },
  wire: {
    holds: 'what crosses the network: sealed envelopes, receipts, profiles, problem codes',
    sees: [],
    packages: ['zod'],
    never: readable
  },
  i18n: {
    holds: 'languages, direction, formats, loading of locales/',
    sees: [],
    packages: ['i18next'],
    never: readable
  },
  ui: {
    holds: 'tiles, buttons and drawings that know no question',
    sees: ['i18n'],
    packages: ['preact', 'workbox-window', 'lean-qr'],
    never: readable
  },
  speech: {
    holds: 'reading aloud: which voice says a sentence, and the saying of it; knows no question',
    sees: ['i18n', 'wire'],
    packages: [],
    never: readable
  },
  store: {
    holds: "this device's one drawer: opaque bytes that survive a closed browser",
    sees: [],
    packages: ['idb'],
    never: readable
  },
  sealing: {
    holds: 'closing and opening of envelopes, and the keys',
    sees: ['wire'],
    packages: ['hpke'],
    never: ['intake', 'resident', 'desk']
  },
  outbox: {
    holds: 'sealed envelopes waiting on this device, and their delivery',
    sees: ['store', 'wire'],
    packages: [],
    never: readable
  },
  worker: {
    holds: 'the service worker: the app offline, the outbox awake',
    sees: ['outbox', 'store', 'wire/digest.ts'],
    packages: ['workbox-routing'],
    never: [...readable, 'zod']
  },
  resident: {
    holds: 'the page a resident walks through, on the tablet or on their own phone',
    sees: [
      'intake',
      'sealing/seal.ts',
      'sealing/draft.ts',
      'sealing/card.ts',
      'sealing/seed.ts',
      'sealing/staffCode.ts',
      'sealing/practice.ts',
      'store',
      'outbox',
      'wire',
      'i18n',
      'speech',
      'ui'
    ],
    packages: ['preact'],
    never: [
      'sealing/open.ts',
      'sealing/keys.ts',
      'sealing/device.ts',
      'sealing/bundle.ts',
      'sealing/recovery.ts',
      'desk',
      'server'
    ]
  },
  desk: {
    holds: "the professional's page: unlock, queue, card, team",
    sees: ['intake', 'sealing', 'store', 'wire', 'i18n', 'ui'],
    packages: ['preact'],
    never: ['resident', 'server']
  },
  server: {
    holds: 'the post room: takes in, keeps, hands out and forgets envelopes',
    sees: ['wire'],
    packages: [
      'hono',
      '@hono/node-server',
      'kysely',
      'better-sqlite3',
      'better-auth',
      '@better-auth',
      'pino',
      'wasm-media-encoders',
      'node:'
    ],
    never: [...readable, 'i18n', 'ui', 'store', 'outbox', 'preact']
  }
} as const satisfies Record<string, Room>
