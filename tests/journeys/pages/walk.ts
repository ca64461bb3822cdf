import {
  type Browser as Chromium,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page
} from 'playwright-core'

import { enrolTablet, type Place } from '../../builders/place.ts'
import { flags, sizes, theBrowser } from '../browser.ts'
import { setUpTablet } from '../resident.ts'
import { aServer, type RunningServer } from '../server.ts'

/** A folder of `locales/`. */
export type Language = string

/** Called at each state that somebody can see. It may look at the page and measure it, but leaves it as it was. */
export type Look = (state: string, page: Page) => Promise<void>

/** What a walk is given: a place that stands, a browser, a language. */
export interface Ground {
  readonly place: Place
  readonly language: Language
  /** A page of a fresh browser, of the size of this walk's device. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>
  /** An empty page of a tablet of the place (`place.tabletLink`); the same tablet for many walks, as in the room. */
  readonly tablet: () => Promise<Page>
  /** A server of its own on which nobody has begun yet. */
  readonly freshServer: () => Promise<RunningServer>
}

/** One person's way past a number of pages. */
export interface Walk {
  readonly name: string
  readonly side: 'resident' | 'desk'
  readonly size: keyof typeof sizes
  /** The other languages would show nothing new. */
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

/** A busy machine may take this long for one tap, milliseconds. */
const PATIENCE = 30_000

/** One place on one server, and one tablet in it, for walks that go one after another. */
export interface Lane {
  readonly place: Place
  /** Goes a walk, in contexts of its own that it closes, also when the walk fails. */
  walk(walk: Walk, language: Language, look: Look): Promise<void>
  close(): Promise<void>
}

/** @param place stands on the given server, which goes with the lane */
export function aLane(browser: Chromium, server: RunningServer, place: Place): Lane {
  const newContext = async (size: keyof typeof sizes, options: BrowserContextOptions = {}) => {
    // a worker would answer before a walk can say what the network does, and colours on their way to others are none
    const context = await browser.newContext({
      viewport: sizes[size],
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
      ...options
    })
    context.setDefaultTimeout(PATIENCE)
    return context
  }
  let tablet: Promise<BrowserContext> | undefined
  const setUp = async () => {
    const context = await newContext('tablet')
    const page = await context.newPage()
    await setUpTablet(page, await enrolTablet(place))
    await page.close()
    return context
  }

  return {
    place,
    async walk({ size, go }, language, look) {
      const done: (() => Promise<unknown>)[] = []
      const ground: Ground = {
        place,
        language,
        async open(options) {
          const context = await newContext(size, options)
          done.push(() => context.close())
          return context.newPage()
        },
        async tablet() {
          const context = await (tablet ??= setUp())
          const page = await context.newPage()
          done.push(
            () => context.setOffline(false),
            () => page.close()
          )
          return page
        },
        async freshServer() {
          const fresh = await aServer({ env: patient })
          done.push(() => fresh.remove())
          return fresh
        }
      }
      try {
        await go(ground, look)
      } catch (error) {
        // what the failed walk left on the tablet is not for the next one
        const left = await tablet?.catch(() => undefined)
        tablet = undefined
        if (left) done.push(() => left.close())
        throw error
      } finally {
        for (const end of done) await end()
      }
    },
    async close() {
      await (await tablet?.catch(() => undefined))?.close()
      await server.remove()
    }
  }
}
