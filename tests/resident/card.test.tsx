// @vitest-environment happy-dom
import 'fake-indexeddb/auto'

import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import type { Visit } from '#intake/visit.ts'
import { Card } from '#resident/card/Card.tsx'
import { Pick } from '#resident/sharing/Pick.tsx'
import { atTheFirstQuestion, samira } from '#tests/intake/aResident.ts'
import { aDevice, aPlace } from './aPlace.ts'
import { aScreen } from './aScreen.tsx'

afterEach(cleanup)

const show = async (visit: Visit, page = Card) => aScreen(page, visit, await aPlace(), await aDevice())
const line = (container: Element, id: string) => container.querySelector(`[data-line=${id}]`) as HTMLElement
const withLoad = (): Visit => {
  const { visit } = samira()
  return {
    ...visit,
    answers: { ...visit.answers, load: ['load.letters', 'load.health'], support: ['support.friends'] }
  }
}

describe('a resident at their card', () => {
  test('sees each line open or closed, in words and as a pressed lock', async () => {
    const { container } = await show(withLoad())
    const open = within(line(container, 'direction')).getByRole('button', { pressed: false })
    expect(open.textContent).toBe('Slot, Hier wil ik heen: Dit wil ik delen')
    const closed = within(line(container, 'support')).getByRole('button', { pressed: true })
    expect(closed.textContent).toBe('Slot, Deze mensen helpen mij: Alleen voor mij')
    expect(line(container, 'support').className).toContain('line--locked')
  })

  test('closes a lock with one tap and opens it with another', async () => {
    const { container, visit } = await show(samira().visit)
    const lock = () => within(line(container, 'direction')).getByRole('button', { name: /^Slot/ })
    fireEvent.click(lock())
    expect(visit().locks.direction).toBe(true)
    expect(lock().getAttribute('aria-pressed')).toBe('true')
    expect(lock().textContent).toContain('Alleen voor mij')
    fireEvent.click(lock())
    expect(visit().locks.direction).toBe(false)
  })

  test('finds no lock on "Mijn gezondheid" that could be opened, also when its line is open', async () => {
    const { container } = await show({ ...withLoad(), locks: { ...withLoad().locks, load: false } })
    const load = line(container, 'load')
    const item = within(load).getByText('Mijn gezondheid').closest('li')!
    expect(item.textContent).toContain('Alleen voor mij')
    expect(item.textContent).toContain('Dit blijft alleen bij jou. Wij sturen dit niet op.')
    expect(item.querySelector('button')).toBeNull()
  })

  test('may leave everything empty, which is good, and has then nothing to lock', async () => {
    const { container } = await show({ ...atTheFirstQuestion().visit, page: 'card', trail: ['welcome'] })
    expect(line(container, 'direction').textContent).toContain('Niet ingevuld. Dat is goed.')
    expect(screen.queryAllByRole('button', { name: /^Slot/ })).toEqual([])
    expect(screen.getAllByRole('button', { name: /^Verander/ }).length).toBeGreaterThan(4)
  })

  test('hears what the wheel shows', async () => {
    await show(samira().visit)
    expect(screen.getAllByRole('img')[0]!.getAttribute('aria-label')).toBe(
      'Een wiel met 7 delen. Goed: Mensen om mij heen en Thuis. Anders: Leren (Gaat wel).'
    )
  })

  test('goes to the question of a line and not to another', async () => {
    const { container, visit } = await show(samira().visit)
    fireEvent.click(within(line(container, 'strength')).getByRole('button', { name: /^Verander/ }))
    expect(visit().page).toBe('strength')
  })

  test('reads step, day and company as three stones, and no line has an inline style', async () => {
    const { container } = await show(samira().visit)
    expect(within(line(container, 'step')).getAllByRole('listitem')).toHaveLength(3)
    expect(container.querySelector('[style]')).toBeNull()
  })
})

describe('a resident who chooses line by line', () => {
  test('gets a lock for every line that says something, and for no other', async () => {
    const { container } = await show({ ...withLoad(), page: 'pick' }, Pick)
    const lines = [...container.querySelectorAll('.line')]
    expect(lines.length).toBeGreaterThan(7)
    for (const each of lines) expect(each.querySelectorAll('button.lock')).toHaveLength(1)
  })
})
