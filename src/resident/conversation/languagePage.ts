import type { Language } from '#i18n/languages.ts'
import type { Words } from '#i18n/words.ts'

/** The language page, which stands in the HTML so that it can be tapped before any script is there. */
export interface LanguagePage {
  readonly language: () => string
  readonly set: (language: string) => void
  /** Takes the other languages off the page; all stay where none of these is on it. */
  readonly only: (languages: readonly string[]) => void
  /** Adds languages that are heard rather than read, where people of the place recorded them. */
  readonly offer: (languages: readonly Pick<Language, 'code' | 'name' | 'dir'>[]) => void
  /** Tapped and not yet answered: "Verder", "Hulp" or "Luister". */
  readonly tapped: () => 'go' | 'help' | 'listen' | undefined
  /** Takes the tap away, so that the button can be tapped again. */
  readonly answered: () => void
  /** Calls at each tap on a language, also one made before. Gives a function that stops it. */
  readonly chosen: (onChosen: (language: string) => void) => () => void
  /** Shows "Luister" where there is a voice for this page, and whether it is reading. */
  readonly voice: (there: boolean, reading: boolean) => void
  readonly show: (shown: boolean) => void
  /** Puts the focus on its title, for who comes back to it. */
  readonly focus: () => void
  /** This document, whatever page of it is seen, speaks these words. */
  readonly say: (words: Words) => void
  /** Calls at each choice and each tap. Gives a function that stops it. */
  readonly listen: (onChange: () => void) => () => void
}

/** Buttons that keep a tap are checkboxes: their state lives in the page itself, as that of the languages does. */
export function languagePage(document: Document): LanguagePage {
  const section = document.getElementById('language')!
  const inputs = [...section.querySelectorAll('input')]
  const radios = inputs.filter(i => i.name === 'language')
  const taps = inputs.filter(i => i.name === 'tap')
  /** Of a resumed visit, but heard only, and not yet offered. */
  let awaited: string | undefined
  const greeted = (language: string) => {
    // what the page was made with is no tap
    for (const radio of radios) radio.defaultChecked = radio.value === language
  }
  return {
    language: () => radios.find(i => i.checked)?.value ?? awaited ?? 'nl',
    set(language) {
      for (const radio of radios) radio.checked = radio.value === language
      greeted(language)
      awaited = radios.some(i => i.checked) ? undefined : language
    },
    only(languages) {
      if (!radios.some(i => languages.includes(i.value))) return
      for (const radio of radios) radio.closest('li')!.hidden = !languages.includes(radio.value)
    },
    offer(languages) {
      const like = radios[0]!.closest('li')!
      for (const { code, name, dir } of languages) {
        if (radios.some(i => i.value === code)) continue
        const checked = code === awaited && !radios.some(i => i.checked)
        const tile = like.cloneNode(true) as HTMLLIElement
        const [radio, label, own] = [
          tile.querySelector('input')!,
          tile.querySelector('label')!,
          tile.querySelector('bdi')!
        ]
        Object.assign(radio, { id: `language-${code}`, value: code, defaultChecked: checked, checked })
        Object.assign(label, { htmlFor: radio.id, lang: code })
        Object.assign(own, { textContent: name, dir })
        tile.hidden = false
        like.parentElement!.append(tile)
        radios.push(radio)
      }
    },
    tapped: () => taps.find(i => i.checked)?.value as 'go' | 'help' | 'listen' | undefined,
    answered() {
      for (const tap of taps) tap.checked = false
    },
    chosen(onChosen) {
      const tell = (radio: HTMLInputElement | undefined) => {
        if (!radio) return
        greeted(radio.value)
        onChosen(radio.value)
      }
      const tap = ({ target }: Event) => tell(radios.find(i => i === target))
      tell(radios.find(i => i.checked && !i.defaultChecked))
      section.addEventListener('click', tap)
      return () => section.removeEventListener('click', tap)
    },
    voice(there, reading) {
      for (const element of section.querySelectorAll<HTMLElement>('[data-aloud]')) element.hidden = !there
      section.querySelector('#tap-listen')?.setAttribute('aria-pressed', String(reading))
    },
    show(shown) {
      section.hidden = !shown
    },
    focus: () => section.querySelector('h1')?.focus(),
    say(words) {
      // what is heard in one language may be written in another
      document.documentElement.lang = words.written
      document.documentElement.dir = words.dir
      section.lang = words.written
      section.dir = words.dir
      document.documentElement.dataset['script'] = words.script
      for (const element of section.querySelectorAll<HTMLElement>('[data-t]')) {
        element.textContent = words.t(element.dataset['t']!)
      }
    },
    listen(onChange) {
      // a checkbox hears the space bar only; a button hears Enter as well
      const enter = ({ key, target }: KeyboardEvent) => {
        const tap = taps.find(i => i === target) ?? taps.find(i => i.value === 'go')
        if (key !== 'Enter' || !tap) return
        tap.checked = true
        onChange()
      }
      section.addEventListener('change', onChange)
      section.addEventListener('keydown', enter)
      return () => {
        section.removeEventListener('change', onChange)
        section.removeEventListener('keydown', enter)
      }
    }
  }
}
