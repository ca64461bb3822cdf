import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'

/** A sound that a page played to its end. */
export interface Heard {
  /** The file, in Latin-1. */
  readonly bytes: string
  /** Seconds from its beginning to its end. */
  readonly lasts: number
  /** Seconds of it that did sound: less than it lasts when something skipped. */
  readonly sounded: number
}

declare global {
  interface Window {
    heard: Promise<Heard>[]
    hurries: boolean
  }
}

const writesDown = () => {
  const made = new Map<string, Blob>()
  window.heard = []
  window.hurries = false
  const make = URL.createObjectURL.bind(URL)
  URL.createObjectURL = what => {
    const address = make(what)
    if (what instanceof Blob) made.set(address, what)
    return address
  }
  const play = Reflect.get(HTMLMediaElement.prototype, 'play') as (this: HTMLMediaElement) => Promise<void>
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    const { src } = this
    const sound = made.get(src)
    // a tap wakes the element with a moment of silence
    if (!sound || sound.type === 'audio/wav') return play.call(this)
    const end = () => {
      // it was broken off, and another sound came after it
      if (this.src !== src) return
      const { duration: lasts, played } = this
      let sounded = 0
      for (let i = 0; i < played.length; i++) sounded += played.end(i) - played.start(i)
      const text = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), i => String.fromCharCode(i)).join('')
      window.heard.push(sound.arrayBuffer().then(i => ({ bytes: text(i), lasts, sounded })))
    }
    const skip = () => {
      if (window.hurries) this.currentTime = Math.max(0, this.duration - 0.1)
    }
    // before the page hears of it, for it gives the element its next sound in the same moment
    this.addEventListener('ended', end, { once: true, capture: true })
    this.addEventListener('playing', skip, { once: true })
    return play.call(this)
  }
}

/** Writes down what a page lets hear, from its next load on. */
export const listenIn = async (page: Page): Promise<void> => void (await page.addInitScript(writesDown))

/** All it has heard since it was loaded. */
export const heardBy = (page: Page): Promise<Heard[]> => page.evaluate(() => Promise.all(window.heard))

/** From now on each sound goes on with its last tenth of a second as soon as it begins; or no more, from the next on. */
export const hurry = (page: Page, on: boolean): Promise<void> =>
  page.evaluate(wanted => void (window.hurries = wanted), on)

/** The button that reads the page. */
export const luister = (page: Page): Locator => page.locator('nav.controls [data-aloud]:visible')

/** The text keys on the page that is seen, in their order; who translated it stands above the title and comes last. */
export const shownOn = (page: Page): Promise<string[]> =>
  page.locator('.page:visible').evaluate(seen => {
    const title = seen.querySelector('h1')!
    const says = [...seen.querySelectorAll<HTMLElement>('[data-say]')]
    const above = (i: Element) => Boolean(title.compareDocumentPosition(i) & Node.DOCUMENT_POSITION_PRECEDING)
    return [...says.filter(i => !above(i)), ...says.filter(above)].map(i => i.dataset['say']!)
  })

interface ShippedVoice {
  /** Every clip that has these bytes: two texts may say the same. */
  readonly clipsWith: (bytes: string) => readonly string[]
  /** The clip of a text on the screen: without the name or number that stands in it. */
  readonly clipOf: (key: string) => string | undefined
}

/** The voice that ships for a language, as it lies in `public/`. */
export function shippedVoice(language: string): ShippedVoice {
  const folder = `public/audio/${language}`
  const sounds = readFileSync(`${folder}/voice.mp3`).toString('latin1')
  const { clips } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
    clips: Record<string, [number, number, string]>
  }
  const bytesOf = (key: string) => sounds.slice(clips[key]![0], clips[key]![0] + clips[key]![1])
  return {
    clipsWith: bytes => Object.keys(clips).filter(key => bytesOf(key) === bytes),
    clipOf: key => [`spoken.${key}`, key].find(i => i in clips)
  }
}
