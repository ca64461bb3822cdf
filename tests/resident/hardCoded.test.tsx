// @vitest-environment happy-dom
import 'fake-indexeddb/auto'

import { cleanup, render } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { steps } from '#intake/flow.ts'
import { begin, type Page, type Visit } from '#intake/visit.ts'
import { languages } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import { Stop } from '#resident/conversation/Stop.tsx'
import { fetchPage } from '#resident/pages.ts'
import { IdlePage } from '#resident/visit/Idle.tsx'
import { aSetting, samira, shared } from '#tests/intake/aResident.ts'
import { notPseudo, pseudo } from '#tests/texts/pseudo.ts'
import { WordsContext } from '#ui/words.ts'
import type { ComponentChild } from 'preact'
import texts from '../../locales/nl/resident.json'
import { aDevice, aPlace, NOW } from './aPlace.ts'

afterEach(cleanup)

const setting = aSetting()
const strange = wordsOf({ code: 'qps', name: 'Pseudo', dir: 'ltr', script: 'Latn', reviewed: false }, pseudo(texts))
const words: typeof strange = {
  ...strange,
  t: (key, values) => strange.t(key, { place: setting.place, privacyContact: setting.privacyContact, ...values })
}
const show = (what: ComponentChild) =>
  render(<WordsContext.Provider value={words}>{what}</WordsContext.Provider>).container

/** What no translator writes: names, numbers, dates, and own names of languages. */
const given = [
  'Werkwinkel Overvecht',
  setting.place,
  'Nederlands',
  'Dreef 1',
  'ma en wo 10-12',
  'Sanne',
  'Yusuf',
  words.date(NOW)
]

/** All that is seen or heard of a page and is in no language file. */
function hardCoded(page: Element): readonly string[] {
  const heard = [...page.querySelectorAll('*')].flatMap(element =>
    ['aria-label', 'title', 'placeholder', 'alt'].flatMap(name => element.getAttribute(name) ?? [])
  )
  // own names of languages, and what a person typed, stand apart
  for (const name of page.querySelectorAll('bdi')) name.remove()
  return [page.textContent, ...heard]
    .map(text => given.reduce((rest, name) => rest.replaceAll(name, ''), notPseudo(text)))
    .filter(text => /\p{L}|[⟦⟧]/u.test(text))
}

/** A visit as it may stand at that page. */
function at(page: Page): Visit {
  const { visit } = samira()
  if (page === 'welcome') return { ...begin(setting, 'nl'), page, trail: ['language'] }
  const after = page === 'code' || page === 'together' ? { shared } : {}
  return { ...visit, ...after, page, name: 'Yusuf', contact: 'contact.back', speaksChoice: 'speaks.other' }
}

const asked = steps.map(i => (i.id === 'scale' ? 'scale:home' : i.id)) as readonly Page[]
const others = ['welcome', 'talk', 'privacy', 'card', 'extra', 'share', 'pick', 'contact', 'name', 'speaks'] as const
const last = ['confirm', 'preview', 'code', 'together', 'done'] as const

describe('no word is written into', () => {
  test.each([...asked, ...others, ...last])('the page %s', async page => {
    const Component = await fetchPage(page)
    const world = { place: await aPlace(), device: await aDevice({ kind: 'phone' }) }
    const container = show(<Component visit={at(page)} dispatch={() => undefined} {...world} />)
    expect(container.textContent).toContain('⟦')
    expect(hardCoded(container)).toEqual([])
  })

  test('stopping, and the question whether somebody is there', () => {
    const asides = { visit: at('good'), dispatch: () => undefined }
    expect(hardCoded(show(<Stop {...asides} />))).toEqual([])
    expect(hardCoded(show(<IdlePage seconds={20} onStay={() => undefined} onWipe={() => undefined} />))).toEqual([])
  })

  test('but a planted word is found, seen or heard, and so is a text that was cut', () => {
    const { t } = words
    expect(hardCoded(show(<h1>{t('good.q')}</h1>))).toEqual([])
    expect(hardCoded(show(<p>Verder</p>))).toEqual(['Verder'])
    expect(hardCoded(show(<button aria-label="Sluit">{t('common.next')}</button>))).toEqual(['Sluit'])
    expect(hardCoded(show(<p>{t('good.q').slice(0, 12)}</p>))).not.toEqual([])
    expect(languages.some(i => i.code === 'qps')).toBe(false)
  })
})
