// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadWords, type Words } from '#i18n/words.ts'
import { useOwnOrDutch } from '#resident/useOwnOrDutch.ts'
import { DutchWords } from '#ui/DutchWords.tsx'
import { Page } from '#ui/Page.tsx'
import { TranslatedContext } from '#ui/Translated.tsx'
import { useWords, WordsContext } from '#ui/words.ts'

const load = (language: string) => loadWords(language, 'resident')
let ar: Words
let nl: Words
beforeEach(async () => {
  ar = await load('ar')
  nl = await load('nl')
})
afterEach(cleanup)

function Question() {
  const { t } = useWords()
  return (
    <Page sky={<header />}>
      <h1>{t('good.q')}</h1>
      <input aria-label="own words" />
    </Page>
  )
}

function World({ own, fetching = load }: { own: Words; fetching?: typeof load }) {
  const [choosing, setChoosing] = useState(false)
  const { words, translated } = useOwnOrDutch(own, choosing, fetching)
  return (
    <WordsContext.Provider value={words}>
      <TranslatedContext.Provider value={translated}>
        <Question />
        <button onClick={() => setChoosing(true)}>another language</button>
      </TranslatedContext.Provider>
    </WordsContext.Provider>
  )
}

const title = () => screen.getByRole('heading').textContent
const note = () => screen.queryByText(ar.t('lang.machineNote'))

describe('a page that a computer translated', () => {
  test('says so, and is the same page in Dutch with one tap, and back with one, with nothing lost', async () => {
    render(<World own={ar} />)
    const way = await screen.findByRole('button', { name: ar.t('lang.dutch') })
    expect([title(), note() === null]).toEqual([ar.t('good.q'), false])
    const field = screen.getByLabelText<HTMLInputElement>('own words')
    field.value = 'ما كتبته'

    fireEvent.click(way)
    expect([title(), note()]).toEqual([nl.t('good.q'), null])
    const back = screen.getByRole('button', { name: ar.t('lang.own') })
    expect([back.lang, back.dir]).toEqual(['ar', 'rtl'])
    expect(screen.getByLabelText<HTMLInputElement>('own words').value).toBe('ما كتبته')

    fireEvent.click(back)
    expect([title(), note() === null]).toEqual([ar.t('good.q'), false])
  })

  test('is its own again for who goes to choose a language', async () => {
    render(<World own={ar} />)
    fireEvent.click(await screen.findByRole('button', { name: ar.t('lang.dutch') }))
    fireEvent.click(screen.getByText('another language'))
    expect(title()).toBe(ar.t('good.q'))
  })

  test('says only where the Dutch is, once a person has read it', async () => {
    render(<World own={{ ...ar, reviewed: true }} />)
    await screen.findByRole('button', { name: ar.t('lang.dutch') })
    expect(note()).toBeNull()
  })

  test('stays as it is while the Dutch cannot be fetched', async () => {
    render(<World own={ar} fetching={() => Promise.reject(new Error('offline'))} />)
    await new Promise(resolve => setTimeout(resolve))
    expect(title()).toBe(ar.t('good.q'))
    expect(screen.queryByRole('button', { name: ar.t('lang.dutch') })).toBeNull()
  })
})

test('who reads Dutch sees nothing of it', async () => {
  render(<World own={nl} />)
  await new Promise(resolve => setTimeout(resolve))
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('a Dutch word that people know from their letters stands apart, and is heard as Dutch', () => {
  const { container } = render(<DutchWords text="مساعدة (uitkering) (BSN)." />)
  expect(container.textContent).toBe('مساعدة (uitkering) (BSN).')
  expect([...container.querySelectorAll('bdi[lang=nl]')].map(i => i.textContent)).toEqual(['(uitkering)', '(BSN)'])
})
