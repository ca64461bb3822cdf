// @vitest-environment happy-dom
import 'fake-indexeddb/auto'

import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { languageOf } from '#i18n/languages.ts'
import { wordsOf } from '#i18n/words.ts'
import texts from '#locales/nl/resident.json'
import type { Met } from '#resident/kiosk/enrol.ts'
import { EnrolPage } from '#resident/kiosk/EnrolPage.tsx'
import { WordsContext } from '#ui/words.ts'
import { toBase64url } from '#wire/bytes.ts'

import { aDevice, aPlace } from './aPlace.ts'

afterEach(cleanup)

const words = wordsOf(languageOf('nl'), texts)
const token = toBase64url(new Uint8Array(32).fill(5))
const enrolled = { id: toBase64url(new Uint8Array(16)), name: 'Tablet bij het raam', secret: token }

async function aPage({ answers, lasting = true }: { answers: (() => Promise<Response>)[]; lasting?: boolean }) {
  let next = 0
  const asked = vi.fn<typeof fetch>(async () => answers[next++]!())
  const { store } = await aDevice()
  const place = await aPlace()
  const link = { kind: 'link', location: place.id, root: place.root, token } as const
  const met: Met = { link, place, before: undefined }
  const wrong = vi.fn()
  const started = vi.fn()
  render(
    <WordsContext.Provider value={words}>
      <EnrolPage
        met={met}
        around={{ store, fetch: asked }}
        persist={async () => lasting}
        onStart={started}
        onWrong={wrong}
      />
    </WordsContext.Provider>
  )
  const type = (label: string, code: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value: code } })
  return {
    asked,
    store,
    wrong,
    started,
    choose: (code: string, again = code) => {
      type(texts.enrol.code, code)
      type(texts.enrol.again, again)
      fireEvent.click(screen.getByRole('button', { name: texts.enrol.do }))
    }
  }
}
const made = async () => Response.json(enrolled, { status: 201 })

test('staff choose a code of digits and type it twice; the link is used only when both are right', async () => {
  const { choose, asked, store } = await aPage({ answers: [made] })
  choose('123')
  expect(screen.getByText(texts.enrol.codeWrong)).toBeTruthy()
  choose('12a4')
  expect(screen.getByText(texts.enrol.codeWrong)).toBeTruthy()
  choose('2468', '2486')
  expect(screen.getByText(texts.enrol.codeDiffers)).toBeTruthy()
  expect(asked).not.toHaveBeenCalled()
  choose('2468')
  await screen.findByRole('heading', { name: texts.enrol.ready })
  expect(asked).toHaveBeenCalledTimes(1)
  expect(JSON.stringify(await store.place.get())).not.toContain('2468')
})

test('staff who lost the network a moment try again on the same page', async () => {
  const { choose, started } = await aPage({
    answers: [() => Promise.reject(new TypeError('no network')), made],
    lasting: false
  })
  choose('2468')
  await screen.findByText(texts.enrol.offline)
  choose('2468')
  await screen.findByRole('heading', { name: texts.enrol.ready })
  // this browser promised nothing, and the page says what helps
  expect(document.body.textContent).toContain(texts.enrol.notLasting.split('.')[0])
  fireEvent.click(screen.getByRole('button', { name: texts.enrol.start }))
  expect(started).toHaveBeenCalledTimes(1)
})

test('a link that was used leads to a page that says so', async () => {
  const used = async () => Response.json({ type: '', title: '', code: 'already-used', status: 409 }, { status: 409 })
  const { choose, wrong } = await aPage({ answers: [used] })
  choose('2468')
  await vi.waitFor(() => expect(wrong).toHaveBeenCalledWith('used'))
})
