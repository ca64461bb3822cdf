import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { makePeople } from '#server/accounts/people.ts'
import { createApp } from '#server/app.ts'
import type { Config } from '#server/config.ts'
import { listen } from '#server/listen.ts'
import type { Page, Pages } from '#server/pages/pages.ts'
import { makeStreams } from '#server/queue/streams.ts'
import { openErasedLog } from '#server/storage/erasedLog.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { clipFiles } from '#server/voices/files.ts'
import { voices as makeVoices } from '#server/voices/voices.ts'
import { aPlace, enrolTablet, type Place } from '#tests/builders/place.ts'
import { toBase64url } from '#wire/bytes.ts'
import type { Tablets } from '#wire/tablets.ts'

import { sendCards } from './cards.ts'
import { homePage, icon } from './home.ts'
import { besideDutch, picturesPage } from './picturesPage.ts'
import { serverPage } from './serverPage.ts'
import { storedCards } from './stored.ts'

export interface Demo {
  /** The one page with all links. */
  readonly address: string
  readonly place: Place
  stop(): Promise<void>
}

/** Milliseconds after which the tablet's link on the page is replaced by a new one. */
const RENEW = 4 * 60_000

const types = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml' }

function page(kind: keyof typeof types, text: string): Page {
  const identity = new TextEncoder().encode(text)
  const headers = { 'content-type': types[kind], 'cache-control': 'no-store' }
  return { headers, etag: `"${hash('sha256', text, 'hex').slice(0, 22)}"`, bodies: { identity } }
}

/**
 * The server as `npm start` runs it, with a practice place that went through the real first run, three cards that real
 * client code sealed, and a few pages of its own under `/demo/`. The pages stand behind the same wall as all others.
 *
 * @throws what `listen` throws when the port is taken.
 */
export async function startDemo(config: Config, built: Pages): Promise<Demo> {
  const now = Date.now
  const { dataDir } = config
  const storage = await openSqlite(join(dataDir, 'waarheen.db'), openErasedLog(join(dataDir, 'erased.log')))
  const people = await makePeople({ storage, config, now })
  const streams = makeStreams({ storage, now, random: Math.random, onSessionEnd: people.onSessionEnd })
  const files = new Map(built.files)
  const voices = makeVoices(storage.db, clipFiles(join(dataDir, 'voices')))
  const app = createApp({ storage, now, config, people, streams, voices, pages: { ...built, files }, log: () => {} })
  const listening = await listen(app, config)
  const near = `http://localhost:${listening.port}`
  const origin = config.origin ?? near

  const place = await aPlace(near, (await people.setupToken())!, {
    practice: true,
    details: {
      place: 'De Oefenwinkel',
      address: 'Voorbeeldstraat 1, Utrecht',
      telephone: '030 000 00 00',
      statement: 'Dit is een oefenplek op je eigen computer.'
    }
  })
  await sendCards(place, (path, init) => fetch(new URL(path instanceof Request ? path.url : path, near), init), now)

  // a browser that was once a tablet refuses to be a desk: by its other name this machine is another place to it
  const tabletOrigin = config.origin ?? `http://127.0.0.1:${listening.port}`
  let made = -Infinity
  let links: Links
  const renewLinks = async () => {
    made = now()
    links = linksOf(place, origin, (await enrolTablet(place, 'Tablet van de proef')).replace(near, tabletOrigin))
  }
  files.set('/demo/tokens.css', page('css', readFileSync('src/ui/tokens.css', 'utf8')))
  files.set('/demo/demo.css', page('css', readFileSync('tests/demo/demo.css', 'utf8')))
  files.set('/demo/icon.svg', page('svg', icon))
  for (const beside of besideDutch) {
    files.set(`/demo/pictures/${beside}/`, page('html', picturesPage('nl', beside)))
    files.set(`/demo/en/pictures/${beside}/`, page('html', picturesPage('en', beside)))
  }
  const draw = async () => {
    // a link makes one tablet within ten minutes; the next visitor to the page gets the next one
    const { links: good } = (await (await place.ask('GET', '/v1/desk/tablets')).json()) as Tablets
    if (good.length === 0 || now() - made > RENEW) await renewLinks()
    const cards = await storedCards(storage, dataDir, place)
    for (const language of ['nl', 'en'] as const) {
      const at = language === 'nl' ? '/demo/' : '/demo/en/'
      files.set(at, page('html', homePage(language, links)))
      files.set(`${at}server/`, page('html', serverPage(language, cards)))
    }
  }
  await draw()
  // whoever shares a card of their own finds it on the page too
  const again = () => void draw().catch(console.error)
  const deaf = storage.events.listen(again)
  const clock = setInterval(again, RENEW).unref()

  return {
    address: `${origin}/demo/`,
    place,
    async stop() {
      deaf()
      clearInterval(clock)
      streams.closeAll()
      await listening.stop()
      await storage.close()
    }
  }
}

export interface Links {
  readonly phone: string
  readonly tablet: string
  readonly desk: string
}

/** The desk's link carries all that opens it, which a desk accepts in practice only. */
function linksOf({ id, root, sheet, email, password }: Place, origin: string, tablet: string): Links {
  const pin = `#r=${toBase64url(root.slice(0, 16))}`
  const word = toBase64url(new TextEncoder().encode(password))
  return {
    phone: `${origin}/l/${id}${pin}`,
    tablet,
    desk: `${origin}/desk/#practice=${sheet.replaceAll('-', '')}&email=${encodeURIComponent(email)}&password=${word}`
  }
}
