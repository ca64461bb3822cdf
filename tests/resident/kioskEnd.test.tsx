// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { languageOf } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import texts from '#locales/nl/resident.json'
import { Guarded } from '#resident/visit/Guarded.tsx'
import { betweenVisits } from '#resident/visit/updates.ts'
import { WordsContext } from '#ui/words.ts'
import { samira, shared } from '#tests/intake/aResident.ts'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

describe('a page that breaks under a resident', () => {
  const show = (visit = samira().visit) => {
    let ended = 0
    let broken = true
    const Page = () => {
      const [taps, setTaps] = useState(0)
      if (broken && taps > 0) throw new Error('a mistake of ours')
      return <button onClick={() => setTaps(1)}>tap</button>
    }
    const { container } = render(
      <WordsContext.Provider value={wordsOf(languageOf('nl'), texts)}>
        <Guarded visit={visit} onEnd={() => ended++}>
          <Page />
        </Guarded>
      </WordsContext.Provider>
    )
    fireEvent.click(screen.getByText('tap'))
    return { container, mend: () => (broken = false), ended: () => ended }
  }

  test('makes way for a calm one that blames nobody, and goes on where it was', async () => {
    const { mend } = show()
    await waitFor(() => expect(screen.getByRole('heading').textContent).toBe('Dat ging niet goed'))
    expect(screen.getByText('Het ligt niet aan jou.')).toBeTruthy()
    mend()
    fireEvent.click(screen.getByText('Probeer het nog eens'))
    await waitFor(() => expect(screen.getByText('tap')).toBeTruthy())
  })

  test('still lets them stop, and wipes then', async () => {
    const { ended } = show()
    await waitFor(() => screen.getByText('Wis alles'))
    fireEvent.click(screen.getByText('Wis alles'))
    expect(ended()).toBe(1)
  })

  test('after sharing still says their code, and that the card is kept', async () => {
    const { container } = show({ ...samira().visit, shared })
    await waitFor(() => expect(container.textContent).toContain('Fiets 482'))
    expect(container.textContent).toContain('Je kaart is bewaard.')
  })
})

describe('a newer version of the app', () => {
  const aWindow = () => {
    const gone: string[] = []
    const window = {
      location: { pathname: '/k/here', replace: (path: string) => gone.push(path) },
      setInterval: (look: () => void) => void (window.looks = look),
      looks: () => {}
    }
    return { window, gone }
  }
  const aVersion = () => {
    const version = { ready: false, taken: 0, looked: 0, onReady: () => {}, free: () => true }
    const keep = async () => (_: Window, onReady: () => void, free: () => boolean) => {
      version.onReady = () => {
        version.ready = true
        onReady()
      }
      version.free = free
      return { ready: () => version.ready, take: () => void version.taken++, look: () => void version.looked++ }
    }
    return { version, keep }
  }
  const settled = () => new Promise(resolve => setImmediate(resolve))

  test('comes on the first page by itself', async () => {
    const { version, keep } = aVersion()
    betweenVisits(aWindow().window as never, keep)
    await settled()
    version.onReady()
    expect(version.taken).toBe(1)
  })

  test('waits while somebody answers, and comes when they are done', async () => {
    const { version, keep } = aVersion()
    const { window, gone } = aWindow()
    const between = betweenVisits(window as never, keep)
    between.free(false)
    await settled()
    version.onReady()
    expect(version.taken).toBe(0)
    between.refresh()
    await settled()
    expect(version.taken).toBe(1)
    expect(gone).toEqual([])
  })

  test('that took over late loads the page again only where nobody stands at it', async () => {
    const { version, keep } = aVersion()
    const between = betweenVisits(aWindow().window as never, keep)
    await settled()
    expect(version.free()).toBe(true)
    between.free(false)
    expect(version.free()).toBe(false)
  })

  test('is looked for on a tablet that stands open for weeks, but not under somebody', async () => {
    const { version, keep } = aVersion()
    const { window } = aWindow()
    const between = betweenVisits(window as never, keep)
    await settled()
    window.looks()
    between.free(false)
    window.looks()
    expect(version.looked).toBe(1)
  })

  test('that cannot be had keeps nobody: the visit ends with a fresh document all the same', async () => {
    const { window, gone } = aWindow()
    betweenVisits(window as never, () => Promise.reject(new Error('no worker'))).refresh('/k/here')
    await settled()
    expect(gone).toEqual(['/k/here'])
  })
})
