// @vitest-environment happy-dom
import { expect, test } from 'vitest'

import { loadWords } from '#i18n/words.ts'
import { languagePage } from '#resident/conversation/languagePage.ts'

const tile = (code: string) =>
  `<li><input type="radio" name="language" id="language-${code}" value="${code}" />
  <label for="language-${code}" lang="${code}"><bdi dir="ltr">${code}</bdi></label></li>`

function aPage() {
  document.body.innerHTML = `<section id="language"><ul>${tile('nl')}${tile('en')}</ul></section>`
  return languagePage(document)
}

test('a language that is only heard is offered once, and what was chosen before stays chosen', () => {
  const page = aPage()
  page.set('en')
  page.only(['en'])
  const tarifit = { code: 'rif', name: 'Tarifit', dir: 'ltr' } as const
  page.offer([tarifit])
  page.offer([tarifit])
  const radios = document.querySelectorAll<HTMLInputElement>('[value="rif"]')
  expect(radios.length).toBe(1)
  expect(radios[0]!.closest('li')!.hidden).toBe(false)
  expect(document.querySelector('label[for="language-rif"]')!.textContent).toBe('Tarifit')
  expect(page.language()).toBe('en')
  radios[0]!.checked = true
  expect(page.language()).toBe('rif')
})

test('a visit that was heard in Tarifit goes on in it, also before it is offered, unless something else is tapped', () => {
  const tarifit = { code: 'rif', name: 'Tarifit', dir: 'ltr' } as const
  const page = aPage()
  page.set('rif')
  expect(page.language()).toBe('rif')
  page.offer([tarifit])
  expect(document.querySelector<HTMLInputElement>('[value="rif"]')!.checked).toBe(true)
  expect(page.language()).toBe('rif')
  const greeted: string[] = []
  page.chosen(language => greeted.push(language))()
  expect(greeted).toEqual([])

  const other = aPage()
  other.set('rif')
  document.querySelector<HTMLInputElement>('[value="en"]')!.checked = true
  other.offer([tarifit])
  expect(other.language()).toBe('en')
})

test('a page that is heard in Tarifit says of itself that it is written in Dutch', async () => {
  aPage().say(await loadWords('rif', 'resident'))
  expect(document.documentElement.lang).toBe('nl')
  expect(document.getElementById('language')!.lang).toBe('nl')
})
