import { describe, expect, test } from 'vitest'
import { type Known, progressOf, withdrawalOf } from '#resident/sharing/progress.ts'

const all: readonly Known[] = [
  'waiting',
  'sending',
  'arrived',
  'seen',
  'claimed',
  'closed',
  'expired',
  'withdrawing',
  'withdrawn',
  'parked',
  'absent',
  'unknown'
]
const both = [true, false]
const everything = all.flatMap(known =>
  both.flatMap(online =>
    both.flatMap(waitsHere =>
      both.flatMap(tried =>
        both.flatMap(late =>
          (['phone', 'tablet'] as const).map(device => ({ known, online, waitsHere, tried, late, device }))
        )
      )
    )
  )
)

describe('the code page tells the truth about sending', () => {
  test('it says "aangekomen" only when a receipt stands behind it, and "gelezen" only when the server says so', () => {
    for (const here of everything) {
      const progress = progressOf(here)
      expect(progress?.said === 'sync.sent').toBe(here.known === 'arrived')
      expect(progress?.at === 'arrived').toBe(here.known === 'arrived')
      expect(progress?.said === 'sync.seen').toBe(['seen', 'claimed', 'closed'].includes(here.known))
    }
  })

  test('without network it never says that a card is being sent', () => {
    for (const here of everything.filter(i => !i.online)) expect(progressOf(here)?.said).not.toBe('sync.sending')
  })

  test('who waits at a tablet without network is told to show the screen, and where the card is', () => {
    const here = {
      known: 'waiting',
      online: false,
      waitsHere: true,
      tried: true,
      late: true,
      device: 'tablet'
    } as const
    expect(progressOf(here)).toEqual({ at: 'device', said: 'sync.waiting_here', help: ['sync.waiting_kiosk'] })
  })

  test('nor does anybody wait at a tablet whose network is there and whose line is dead', () => {
    const waits = { online: true, waitsHere: true, device: 'tablet' } as const
    const shown = { at: 'device', said: 'sync.waiting_show', help: ['sync.waiting_kiosk'] }
    expect(progressOf({ ...waits, known: 'waiting', tried: true, late: false })).toEqual(shown)
    expect(progressOf({ ...waits, known: 'sending', tried: false, late: true })).toEqual(shown)
    expect(progressOf({ ...waits, known: 'sending', tried: false, late: false })?.said).toBe('sync.sending')
    for (const here of everything.filter(i => progressOf(i)?.said === 'sync.waiting_show'))
      expect(here).toMatchObject({ device: 'tablet', waitsHere: true, online: true })
  })

  test('a phone never speaks of a tablet, nor a tablet of a phone', () => {
    for (const here of everything) {
      const keys = [
        progressOf(here)?.said,
        ...(progressOf(here)?.help ?? []),
        withdrawalOf(here.known, here.device, here.online)
      ]
      const other = here.device === 'phone' ? /kiosk|waiting_here|waiting_show/ : /phone|withdraw\.waiting$/
      expect(keys.filter(key => key && other.test(key))).toEqual([])
    }
  })

  test('of a card of which nothing is known, nothing is said', () => {
    expect(
      progressOf({ known: 'unknown', online: true, waitsHere: true, tried: false, late: true, device: 'phone' })
    ).toBeUndefined()
  })

  test('a card that was taken back is called erased only once the server has it', () => {
    for (const known of all)
      expect(withdrawalOf(known, 'phone', true) === 'withdraw.done').toBe(known === 'withdrawn' || known === 'expired')
    expect(withdrawalOf('withdrawing', 'phone', false)).toBe('withdraw.waiting')
    expect(withdrawalOf('withdrawing', 'tablet', false)).toBe('withdraw.waiting_kiosk')
  })
})
