// @vitest-environment happy-dom
import 'fake-indexeddb/auto'

import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import type { Visit } from '#intake/visit.ts'
import { Question } from '#resident/conversation/Question.tsx'
import { Talk } from '#resident/conversation/Talk.tsx'
import { Welcome } from '#resident/conversation/Welcome.tsx'
import { Privacy } from '#resident/conversation/Privacy.tsx'
import type { PageOf } from '#resident/page.ts'
import { aResident, atTheFirstQuestion } from '#tests/intake/aResident.ts'
import { aDevice, aPlace } from './aPlace.ts'
import { aScreen } from './aScreen.tsx'

afterEach(cleanup)

const show = async (visit: Visit, page: PageOf = Question, kind: 'phone' | 'tablet' = 'tablet') =>
  aScreen(page, visit, await aPlace(), await aDevice({ kind }))
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const tap = (name: string | RegExp) => fireEvent.click(button(name))
const pressed = (name: string | RegExp) => button(name).getAttribute('aria-pressed')
const controls = () => within(screen.getByRole('navigation')).getAllByRole('button')

describe('a resident before a question', () => {
  test('hears the question first: its title has the focus', async () => {
    await show(atTheFirstQuestion().visit)
    expect(document.activeElement?.textContent).toBe('Wat gaat goed?')
  })

  test('lays a stone with one tap and takes it away with another', async () => {
    await show(atTheFirstQuestion().visit)
    tap(/^Thuis/)
    expect(pressed(/^Thuis/)).toBe('true')
    tap(/^Thuis/)
    expect(pressed(/^Thuis/)).toBe('false')
  })

  test('may skip, and goes on with the same button once something is said', async () => {
    const { events } = await show(atTheFirstQuestion().visit)
    tap('Sla over')
    tap(/^Thuis/)
    expect(screen.queryByText('Sla over')).toBeNull()
    tap('Verder')
    expect(events.map(i => i.type)).toEqual(['skip', 'choose', 'next'])
  })

  test('finds at most five controls, always Terug and Hulp first', async () => {
    await show(atTheFirstQuestion().visit)
    expect(controls().map(i => i.textContent)).toEqual(['Terug', 'Hulp', 'Sla over'])
  })

  test('who does not know puts everything else away by saying so', async () => {
    await show(atTheFirstQuestion().visit)
    tap(/^Thuis/)
    tap('Weet ik nu niet')
    expect(pressed(/^Thuis/)).toBe('false')
    expect(pressed('Weet ik nu niet')).toBe('true')
  })

  test('is told when there are two already, and nothing is dropped in silence', async () => {
    await show(atTheFirstQuestion().goesOn().visit)
    for (const area of [/^Thuis/, /^Geld/, /^Leren/]) tap(area)
    const said = screen.getAllByRole('status').map(i => i.textContent)
    expect(said).toContain('Je hebt er al 2. Haal er eerst één weg.')
    expect([pressed(/^Thuis/), pressed(/^Geld/), pressed(/^Leren/)]).toEqual(['true', 'true', 'false'])
  })

  test('reads which area a scale is about, and sees three heights of one stone', async () => {
    const { container } = await show(atTheFirstQuestion().goesOn().says('area.learning').visit)
    expect(screen.getByRole('heading').getAttribute('aria-describedby')).toBe('about')
    expect(container.querySelector('#about')?.textContent).toBe('Leren')
    const heights = [...container.querySelectorAll('.tile__height .goal')].map(i => i.getAttribute('d'))
    expect(new Set(heights).size).toBe(3)
  })

  test('reads a helper that breaks between its sentences', async () => {
    const { container } = await show(atTheFirstQuestion().visit)
    const parts = [...container.querySelectorAll('#question-help span')].map(i => i.textContent)
    expect(parts).toEqual(['Kies wat past.', 'Je mag meer kiezen.'])
  })
})

describe('a resident with words of their own', () => {
  const atDirection = atTheFirstQuestion().goesOn(2).visit

  test('opens a field with "Iets anders" and can write at once', async () => {
    const { visit } = await show(atDirection)
    tap('Iets anders')
    const field = screen.getByLabelText('Wat wil jij graag?')
    expect(document.activeElement).toBe(field)
    fireEvent.input(field, { target: { value: 'Een moestuin ' } })
    expect(visit().answers.directionText).toBe('Een moestuin')
    expect((field as HTMLTextAreaElement).value).toBe('Een moestuin ')
  })

  test('keeps no number: the page says so and the text stays to be mended', async () => {
    const { visit } = await show(atDirection)
    tap('Iets anders')
    const field = screen.getByLabelText('Wat wil jij graag?') as HTMLTextAreaElement
    fireEvent.input(field, { target: { value: 'Bel 0612345678' } })
    expect(screen.getByRole('alert').textContent).toContain('Dit lijkt een nummer')
    expect(field.value).toBe('Bel 0612345678')
    expect(visit().answers.directionText).toBeUndefined()
    fireEvent.input(field, { target: { value: 'Bellen' } })
    expect(screen.getByRole('alert').textContent).toBe('')
  })

  test('writes nothing that the browser completes for the next one', async () => {
    await show(atDirection)
    tap('Iets anders')
    const field = screen.getByLabelText('Wat wil jij graag?')
    const said = Object.fromEntries([...field.attributes].map(({ name, value }) => [name, value]))
    expect(said).toMatchObject({ autocomplete: 'off', autocorrect: 'off', writingsuggestions: 'false' })
    expect(said).not.toHaveProperty('name')
  })

  test('hears how many letters are left only when there are few', async () => {
    await show(atDirection)
    tap('Iets anders')
    const field = screen.getByLabelText('Wat wil jij graag?')
    expect(screen.queryByText(/letters/)).toBeNull()
    fireEvent.input(field, { target: { value: 'a'.repeat(70) } })
    expect(screen.getByText(/Nog 10 letters/)).toBeTruthy()
  })
})

describe('a resident who is welcomed', () => {
  const atWelcome = (promises: string[]) => aResident({ promises }).goesOn().visit

  test('reads the two promises that a place signed', async () => {
    await show(atWelcome(['b1', 'b2']), Welcome)
    expect(screen.getByText('Wij controleren je niet.')).toBeTruthy()
    expect(screen.getByText('Je antwoorden veranderen niets aan je uitkering.')).toBeTruthy()
  })

  test('never reads a promise that nobody signed', async () => {
    await show(atWelcome(['b2']), Welcome)
    expect(screen.queryByText('Wij controleren je niet.')).toBeNull()
    expect(screen.queryByText(/uitkering/)).toBeNull()
    expect(screen.getByText('Jij kiest wat je deelt.')).toBeTruthy()
  })

  test('reads what happens with the answers, without sentences that are not true here', async () => {
    await show(atWelcome([]), Privacy)
    expect(screen.getByText('Na 90 dagen zonder gesprek wissen wij je kaart.')).toBeTruthy()
    expect(screen.queryByText(/uitkering/)).toBeNull()
  })
})

describe('a resident who would rather talk', () => {
  test('reads on a phone when and where to walk in', async () => {
    const { visit } = aResident({ device: 'phone' }).goesOn().does({ type: 'open', page: 'talk' })
    await show(visit, Talk, 'phone')
    expect(screen.getByText('ma en wo 10-12')).toBeTruthy()
    expect(screen.getByText('Dreef 1')).toBeTruthy()
    expect(screen.getByRole('link').getAttribute('href')).toBe('tel:0301234567')
    expect(screen.queryByText('Roep iemand')).toBeNull()
  })
})
