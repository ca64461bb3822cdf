import { type Browser as Chromium, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

import type { Place } from '../../builders/place.ts'
import { flags, sizes, theBrowser } from '../browser.ts'
import { aServer, type RunningServer } from '../server.ts'

export type Language = 'nl' | 'en'

/** Called at each state that somebody can see. It may look at the page and measure it, but leaves it as it was. */
export type Look = (state: string, page: Page) => Promise<void>

/** What a walk is given: a place that stands, a browser, a language. */
export interface Ground {
  readonly place: Place
  readonly language: Language
  /** A page of a fresh browser, of the size of this walk's device. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>
  /** A server of its own on which nobody has begun yet. */
  readonly freshServer: () => Promise<RunningServer>
}

/** One person's way past a number of pages. */
export interface Walk {
  readonly name: string
  readonly side: 'resident' | 'desk'
  readonly size: keyof typeof sizes
  /** The other language would show nothing new. */
  readonly once?: boolean
  readonly go: (ground: Ground, look: Look) => Promise<void>
}

/** A browser for many walks: what each leaves behind goes with its context. */
export async function aBrowser(): Promise<Chromium> {
  const { path, env } = await theBrowser()
  return chromium.launch({ executablePath: path, env, args: flags, headless: true })
}

/** Walks try many passwords and links from one address. */
export const patient = { LIMIT_SECRETS_PER_ADDRESS: '10000', LIMIT_ENVELOPES_PER_ADDRESS: '10000' }

/** Goes a walk in contexts of its own and closes them, also when the walk fails. */
export async function walked(
  browser: Chromium,
  walk: Walk,
  ground: Pick<Ground, 'place' | 'language'>,
  look: Look
): Promise<void> {
  const contexts: { close(): Promise<void> }[] = []
  const servers: RunningServer[] = []
  const freshServer = async () => {
    const server = await aServer({ env: patient })
    servers.push(server)
    return server
  }
  const open = async (options: BrowserContextOptions = {}) => {
    // a worker would answer before a walk can say what the network does, and colours on their way to others are none
    const context = await browser.newContext({
      viewport: sizes[walk.size],
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
      ...options
    })
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    return page
  }
  try {
    await walk.go({ ...ground, open, freshServer }, look)
  } finally {
    for (const context of contexts) await context.close()
    for (const server of servers) await server.remove()
  }
}
