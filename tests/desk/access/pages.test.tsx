// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { AccessPages } from '#desk/access/AccessPages.tsx'
import { PromiseLines } from '#desk/access/PromiseLines.tsx'
import type { Access } from '#desk/access/session.ts'
import { grouped } from '#desk/access/SheetField.tsx'
import type { Ways } from '#desk/access/ways.ts'
import { wordsOf } from '#i18n/words.ts'
import { WordsContext } from '#ui/words.ts'
import type { SignedPromise } from '#wire/location.ts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import nl from '../../../locales/nl/desk.json'

const dutch = wordsOf({ code: 'nl', name: 'Nederlands', dir: 'ltr', script: 'Latn', reviewed: true }, nl)
const Dutch = ({ children }: { children: ComponentChildren }) => (
  <WordsContext.Provider value={dutch}>{children}</WordsContext.Provider>
)
const tools = { now: () => 0, deviceName: 'Chrome, Windows' }
const token = 'A'.repeat(43)
afterEach(cleanup)

function show(access: Access, ways: Partial<Ways>) {
  return render(
    <Dutch>
      <AccessPages access={access} ways={ways as Ways} tools={tools} onLanguage={() => {}} />
    </Dutch>
  )
}

describe('the page of a new account', () => {
  test('says beside each field what is missing, and sends nothing until it is right', async () => {
    const account = vi.fn(async () => undefined)
    show({ at: 'link', link: { kind: 'setup', token } }, { account })
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Begin een nieuwe plek' }))
    fireEvent.click(screen.getByRole('button', { name: 'Maak mijn account' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Je naam')))
    expect(screen.getByText('Vul je naam in.')).toBeTruthy()
    expect(screen.getByText('Neem minstens 12 tekens.')).toBeTruthy()
    expect(account).not.toHaveBeenCalled()

    fireEvent.input(screen.getByLabelText('Je naam'), { target: { value: 'Fatma ' } })
    fireEvent.input(screen.getByLabelText('E-mailadres'), { target: { value: 'fatma@example.org' } })
    fireEvent.input(screen.getByLabelText('Kies een wachtwoord'), { target: { value: 'een lange zin' } })
    fireEvent.click(screen.getByRole('button', { name: 'Maak mijn account' }))
    const who = { name: 'Fatma', email: 'fatma@example.org', password: 'een lange zin' }
    await waitFor(() => expect(account).toHaveBeenCalledWith({ kind: 'setup', token }, who))
  })

  test('lets password managers know what is asked, and shows the password only on request', () => {
    show({ at: 'link', link: { kind: 'setup', token } }, {})
    const password = screen.getByLabelText<HTMLInputElement>('Kies een wachtwoord')
    expect(password.getAttribute('autocomplete')).toBe('new-password')
    expect(screen.getByLabelText('E-mailadres').getAttribute('autocomplete')).toBe('username')
    expect(password.type).toBe('password')
    fireEvent.click(screen.getByRole('button', { name: 'Toon wat ik typ' }))
    expect(password.type).toBe('text')
  })

  test.each([
    ['already-used', 'Deze link is al gebruikt'],
    ['gone', 'Deze link is verlopen'],
    ['wrong-secret', 'Deze link werkt niet']
  ] as const)('with a link that is %s says so and leads to signing in', async (refused, title) => {
    show({ at: 'link', link: { kind: 'reset', token } }, { resetPassword: async () => ({ refused }) })
    fireEvent.input(screen.getByLabelText('Nieuw wachtwoord'), { target: { value: 'een lange zin' } })
    fireEvent.click(screen.getByRole('button', { name: 'Bewaar het wachtwoord' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: title })))
    expect(screen.getByRole('button', { name: 'Naar inloggen' })).toBeTruthy()
  })
})

describe('the locked page', () => {
  const locked = { at: 'locked', why: 'idle', me: { name: 'Fatma', email: 'f@a.nl' }, profile: {} } as unknown as Access

  test('puts a wrong password beside its field and the focus in it', async () => {
    show(locked, { unlock: async () => ({ refused: 'wrong-secret' }) })
    fireEvent.click(screen.getByRole('button', { name: 'Open de kaarten' }))
    const field = screen.getByLabelText('Wachtwoord')
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const about = field.getAttribute('aria-describedby')!.split(' ')
    expect(about.map(id => document.getElementById(id)!.textContent).join('')).toBe('Dit wachtwoord klopt niet.')
  })

  test('says when there is no internet, and how long to wait after too many tries', async () => {
    const answers = [{ refused: 'offline' }, { refused: 'too-many', retryAfter: 8 }] as const
    let asked = 0
    show(locked, { unlock: async () => answers[asked++] })
    const button = screen.getByRole('button', { name: 'Open de kaarten' })
    fireEvent.click(button)
    await screen.findByText('Geen internet. Openen kan weer zodra er internet is.')
    fireEvent.click(button)
    await screen.findByText('Te vaak geprobeerd. Wacht 8 seconden.')
  })
})

describe('the promises', () => {
  function Lines() {
    const [promises, set] = useState<readonly SignedPromise[]>([])
    return <PromiseLines promises={promises} onChange={set} signer="" now={() => Date.UTC(2026, 10, 3, 12)} />
  }

  test('are signed one by one, with a name and a date, and never without a name', async () => {
    render(<Lines />, { wrapper: Dutch })
    const [first] = screen.getAllByRole('button')
    fireEvent.click(first!)
    expect(first!.getAttribute('aria-pressed')).toBe('false')
    await waitFor(() => expect(screen.getByText('Vul eerst in wie tekent.')).toBeTruthy())
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Fatma, teamleider' } })
    fireEvent.click(first!)
    await screen.findByText('Getekend door Fatma, teamleider op 3 november 2026')
    expect(screen.getAllByRole('button').map(button => button.getAttribute('aria-pressed'))).toEqual([
      'true',
      'false',
      'false',
      'false',
      'false'
    ])
    fireEvent.click(first!)
    await waitFor(() => expect(first!.getAttribute('aria-pressed')).toBe('false'))
  })
})

test('the sheet is put into groups of four while it is typed, and left alone while it is mended', () => {
  let value = ''
  for (const letter of 'ab1c d2efgh') value = grouped(value + letter, value)
  expect(value).toBe('AB1C-D2EF-GH')
  expect(grouped('AB1C-D2EF-G', value)).toBe('AB1C-D2EF-G')
  expect(grouped('AX1C-D2EF-GH', value)).toBe('AX1C-D2EF-GH')
  expect(grouped('3SBT61M3GT6VMZKP7XAYPDN16Z8Q', '')).toBe('3SBT-61M3-GT6V-MZKP-7XAY-PDN1-6Z8Q')
})
