// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { languageOf } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import { languageTiles } from '#i18n/tiles.ts'
import { Horizon } from '#ui/Horizon.tsx'
import { Sentences } from '#ui/Sentences.tsx'
import { followTheme } from '#ui/theme.ts'
import { Ways } from '#ui/Ways.tsx'
import { WordsContext } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'
import { languagePage } from '#resident/conversation/languagePage.ts'
import { readFileSync } from 'node:fs'

afterEach(cleanup)

/** These words, and no others, around what is drawn. */
const around = (texts: Record<string, string>) => {
  const words = wordsOf(languageOf('nl'), texts)
  return ({ children }: { children?: ComponentChildren }) => (
    <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
  )
}

describe('the horizon', () => {
  test('says where a resident is in words and shapes, without a number', () => {
    const names = ['Waar sta ik?', 'Waar wil ik heen?', 'Wat helpt mij?', 'Mijn eerste stap', 'Mijn kaart']
    const { container } = render(<Horizon chapter={3} names={names} />)
    expect(screen.getAllByRole('listitem').map(i => i.className.split('--')[1] ?? 'open')).toEqual([
      'laid',
      'laid',
      'here',
      'open',
      'open'
    ])
    expect(container.querySelector('[aria-current=step]')?.textContent).toBe('Wat helpt mij?')
    expect(container.textContent).not.toMatch(/\d/)
  })
})

describe('a helper', () => {
  test.each([
    ['Kies 1 of 2. Het mag later anders.', ['Kies 1 of 2.', 'Het mag later anders.']],
    ['ماذا تريد؟ اختر واحدا.', ['ماذا تريد؟', 'اختر واحدا.']],
    ['Zonder punt', ['Zonder punt']]
  ])('breaks between the sentences of "%s"', (text, parts) => {
    const { container } = render(<Sentences says="it" />, { wrapper: around({ it: text }) })
    expect([...container.querySelectorAll('span')].map(i => i.textContent)).toEqual(parts)
    expect(container.textContent).toBe(text)
  })
})

describe('a few ways', () => {
  test('act at a tap; only what can be on is said to be pressed', () => {
    const tapped = vi.fn<() => void>()
    const ways = [
      { code: 'stop.wipe', says: 'wipe', onTap: tapped },
      { code: 'common.bigger', says: 'bigger', onTap: tapped, pressed: true }
    ]
    render(<Ways ways={ways} />, { wrapper: around({ wipe: 'Wis alles', bigger: 'Grotere letters' }) })
    const [wipe, letters] = screen.getAllByRole('button')
    fireEvent.click(wipe!)
    expect(tapped).toHaveBeenCalledOnce()
    expect([wipe, letters].map(i => i!.getAttribute('aria-pressed'))).toEqual([null, 'true'])
  })
})

describe('the colours', () => {
  const media = (on: readonly string[]) => (query: string) =>
    ({ matches: on.some(i => query.includes(i)), addEventListener: () => undefined }) as unknown as MediaQueryList

  test.each([
    [[], undefined],
    [['dark'], 'dark'],
    [['more'], 'contrast'],
    [['dark', 'more'], 'dark-contrast']
  ])('follow what the device asks for: %s', (on, theme) => {
    const root = document.createElement('html')
    followTheme(root, media(on))
    expect(root.dataset['theme']).toBe(theme)
  })
})

describe('the language page', () => {
  beforeEach(() => {
    const html = readFileSync('src/index.html', 'utf8')
    // the build lays the stones
    const stones = languageTiles(
      ['nl', 'en'].map(code => ({ code, name: code, dir: 'ltr', source: code === 'nl', tooOld: '' }))
    )
    document.body.innerHTML = /<body>([\s\S]*)<script/.exec(html)![1]!.replace(/<!-- languages:[\s\S]*?-->/, stones)
  })
  const tap = (id: string) => {
    const input = document.getElementById(id) as HTMLInputElement
    input.checked = true
    return input
  }

  test('keeps the taps that were made before any script was there', () => {
    tap('language-en')
    tap('tap-go')
    const page = languagePage(document)
    expect([page.language(), page.tapped()]).toEqual(['en', 'go'])
    page.answered()
    expect(page.tapped()).toBeUndefined()
  })

  test('calls at each later tap until it is told to stop', () => {
    const page = languagePage(document)
    const heard = vi.fn<() => void>()
    const stop = page.listen(heard)
    fireEvent.change(tap('language-en'))
    stop()
    fireEvent.change(tap('tap-help'))
    expect(heard).toHaveBeenCalledOnce()
  })

  test('tells of each tap on a language, of one that came before any script, and of none that nobody made', () => {
    const chosen = (page = languagePage(document)) => {
      const heard: string[] = []
      const stop = page.chosen(language => heard.push(language))
      return { heard, stop, page }
    }
    expect(chosen().heard).toEqual([])
    tap('language-en')
    const early = chosen()
    expect(early.heard).toEqual(['en'])
    // the same one again is a tap as well
    fireEvent.click(document.getElementById('language-en')!)
    expect(early.heard).toEqual(['en', 'en'])
    early.stop()
    expect(chosen().heard).toEqual([])
    early.page.set('nl')
    expect(chosen().heard).toEqual([])
  })

  test('shows Luister only where there is a voice, pressed while it reads', () => {
    const page = languagePage(document)
    const listen = document.getElementById('tap-listen')!
    const shown = () => [listen.hidden, document.querySelector<HTMLElement>('[for=tap-listen]')!.hidden]
    expect(shown()).toEqual([true, true])
    page.voice(true, true)
    expect([...shown(), listen.getAttribute('aria-pressed')]).toEqual([false, false, 'true'])
    page.voice(false, false)
    expect(shown()).toEqual([true, true])
  })

  test('lets the browser remember nothing of it, and carries no script of its own', () => {
    const inputs = [...document.querySelectorAll('input')]
    expect(inputs.every(i => i.getAttribute('autocomplete') === 'off')).toBe(true)
    expect(readFileSync('src/index.html', 'utf8')).not.toMatch(/<script(?![^>]*src=)|\son\w+=|\sstyle=/)
  })
})
