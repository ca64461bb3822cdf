import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { watchIdle } from '#desk/access/idle.ts'
import { readKept } from '#desk/access/kept.ts'
import { readLink } from '#desk/access/link.ts'
import { type Access, type AccessEvent, type Known, type Open, opened, step } from '#desk/access/session.ts'
import { deviceNameOf } from '#desk/access/tools.ts'
import { lockDevice, makeDevice } from '#sealing/device.ts'
import { toBase64url } from '#wire/bytes.ts'
import { random } from '#tests/sealing/worlds.ts'

const KEYS = 'the keys that open cards'
const known = {
  me: { name: 'Fatma' },
  profile: { practice: true },
  root: 1,
  kept: 1,
  deviceId: 'd'
} as unknown as Known
const open = { at: 'open', ...known, keys: KEYS } as unknown as Open
const placed = { ...known, keys: KEYS } as unknown as Known

const events: AccessEvent[] = [
  { kind: 'again' },
  { kind: 'trouble', trouble: 'offline' },
  { kind: 'kiosk' },
  { kind: 'link', link: { kind: 'broken' } },
  { kind: 'signedOut', why: 'ended' },
  { kind: 'unplaced', me: known.me },
  { kind: 'forged', me: known.me },
  // what comes in may carry keys along by mistake
  { kind: 'deviceless', placed },
  { kind: 'waits', known: placed, digits: '1' },
  { kind: 'ready', known: placed, why: 'start' },
  { kind: 'opened', open },
  { kind: 'opened', open, drill: true },
  { kind: 'lock', why: 'idle' },
  { kind: 'recover' },
  { kind: 'drill' },
  { kind: 'profile', profile: known.profile },
  { kind: 'leave' },
  { kind: 'back' }
]

const holds = (access: Access) => JSON.stringify(access).includes(KEYS)

describe('where a desk stands', () => {
  test('never keeps keys anywhere but behind open cards, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), happened => {
        let access: Access = { at: 'checking' }
        for (const event of happened) {
          access = step(access, event)
          expect(holds(access)).toBe(opened(access) !== undefined)
          if (['lock', 'signedOut', 'kiosk', 'forged', 'again', 'ready', 'waits', 'deviceless'].includes(event.kind)) {
            expect(holds(access)).toBe(false)
          }
        }
      }),
      { numRuns: 2000 }
    )
  })

  test('is never open but by keys that were just opened', () => {
    const others = events.filter(({ kind }) => kind !== 'opened')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...others), { maxLength: 30 }), happened => {
        const last = happened.reduce<Access>(step, { at: 'checking' })
        expect(opened(last)).toBeUndefined()
      })
    )
  })

  test('after a look at the ways out, goes back to the same card table', () => {
    expect([{ kind: 'leave' }, { kind: 'back' }].reduce<Access>((a, e) => step(a, e as AccessEvent), open)).toBe(open)
    expect(step(step(open, { kind: 'drill' }), { kind: 'back' })).toBe(open)
  })
})

describe('a desk that nobody touches', () => {
  function aDesk() {
    const listeners = new Map<string, () => void>()
    let time = 0
    let tick = () => {}
    let locked = 0
    const at = {
      addEventListener: (name: string, does: () => void) => void listeners.set(name, does),
      removeEventListener: (name: string) => void listeners.delete(name),
      setInterval: (does: () => void) => ((tick = does), 1),
      clearInterval: () => (tick = () => {}),
      visibilityState: 'visible'
    }
    const stop = watchIdle({ window: at, document: at, now: () => time } as never, 15, () => locked++)
    return {
      stop,
      wait: (minutes: number) => ((time += minutes * 60_000), tick()),
      sleep: (minutes: number) => void (time += minutes * 60_000),
      touch: () => listeners.get('pointerdown')?.(),
      wake: () => listeners.get('visibilitychange')?.(),
      locked: () => locked,
      listeners
    }
  }

  test('locks after fifteen minutes, once, and not a minute before', () => {
    const desk = aDesk()
    desk.wait(14.9)
    expect(desk.locked()).toBe(0)
    desk.wait(0.1)
    desk.wait(30)
    expect(desk.locked()).toBe(1)
    expect(desk.listeners.size).toBe(0)
  })

  test('stays open while somebody works', () => {
    const desk = aDesk()
    for (let i = 0; i < 20; i++) {
      desk.touch()
      desk.wait(10)
    }
    expect(desk.locked()).toBe(0)
  })

  test('that slept over lunch locks when it wakes, and the first touch does not save it', () => {
    const desk = aDesk()
    desk.sleep(60)
    desk.touch()
    desk.wake()
    expect(desk.locked()).toBe(1)
  })
})

describe('a link to the desk', () => {
  const token = toBase64url(random(32))
  const root = random(32)

  test('is read from behind the #, which no server log sees', () => {
    expect(readLink(`#setup=${token}`)).toEqual({ kind: 'setup', token })
    expect(readLink(`#reset=${token}`)).toEqual({ kind: 'reset', token })
    expect(readLink(`#invite=${token}&r=${toBase64url(root)}`)).toEqual({ kind: 'invite', token, root })
    const practice = `#practice=ABCD&email=${encodeURIComponent('f+a@b.nl')}&password=${toBase64url(new TextEncoder().encode('één zin'))}`
    expect(readLink(practice)).toEqual({ kind: 'practice', sheet: 'ABCD', email: 'f+a@b.nl', password: 'één zin' })
  })

  test('that lost its end says so; an invite without a root is refused rather than believed', () => {
    expect(readLink(`#setup=${token.slice(1)}`)).toEqual({ kind: 'broken' })
    expect(readLink(`#invite=${token}`)).toEqual({ kind: 'broken' })
    expect(readLink(`#invite=${token}&r=${toBase64url(root.slice(0, 16))}`)).toEqual({ kind: 'broken' })
    expect(readLink('#practice=ABCD')).toEqual({ kind: 'broken' })
  })

  test('is not seen in an ordinary address', () => {
    for (const hash of ['', '#', '#main', '#r=abc']) expect(readLink(hash)).toBeUndefined()
  })
})

describe('what the keyring gives back', () => {
  test('is a device only when every part has its shape', async () => {
    const record = await lockDevice(await makeDevice(), random(32))
    const good = { record, root: random(32), epoch: 0 }
    const ring = (value: unknown) => ({ get: async () => value }) as never
    expect(await readKept(ring(good), 'm')).toEqual(good)
    const bad = [undefined, 'text', {}, { ...good, root: random(16) }, { ...good, epoch: 'x' }, { ...good, record: {} }]
    for (const value of bad) expect(await readKept(ring(value), 'm')).toBeUndefined()
  })
})

test('a colleague recognises the browser by its name', () => {
  expect(deviceNameOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0')).toBe(
    'Edge, Windows'
  )
  expect(deviceNameOf('Mozilla/5.0 (X11; CrOS x86_64) Chrome/140.0 Safari/537.36')).toBe('Chrome, Chromebook')
  expect(deviceNameOf('Mozilla/5.0 (Macintosh) Version/18.0 Safari/605')).toBe('Safari, Mac')
  expect(deviceNameOf('curl')).toBe('Browser')
})
