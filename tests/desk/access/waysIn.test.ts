import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { digitsOfDevice } from '#desk/access/approve.ts'
import { open } from '#sealing/open.ts'
import { newRecovery, writeSheet } from '#sealing/recovery.ts'
import { seal } from '#sealing/seal.ts'
import { cardsOf } from '#desk/access/place.ts'
import { readCard } from '#sealing/card.ts'
import { fromBase64url } from '#wire/bytes.ts'
import type { Team } from '#wire/team.ts'
import { aHeader, utf8 } from '#tests/sealing/worlds.ts'
import { type PeopleServer, withPeople } from '#tests/server/withPeople.ts'
import { aBrowser, aFoundedPlace, anInvited, type Browser, fatma, samira } from './aBrowser.ts'

let server: PeopleServer
beforeEach(async () => void (server = await withPeople()))
afterEach(() => server.remove())

/** What a resident sealed for this place, read with the keys that this desk has in memory. */
async function reads(browser: Browser) {
  const { profile, keys } = browser.at('open')
  const card = readCard(cardsOf(profile)![0]!)
  if (card === 'malformed') throw new Error(card)
  const header = await aHeader({ location: fromBase64url(profile.id) })
  const opened = await open(await seal(utf8('werk'), header, card.hpkePublic), keys)
  return opened !== 'unreadable' && new TextDecoder().decode(opened.plaintext)
}

async function teamOf(browser: Browser) {
  return (await (await browser.tools.fetch('/v1/desk/team')).json()) as Team
}

describe('a coordinator who starts a place', () => {
  test('comes from a one-time link to open cards, with keys that no script can read out', async () => {
    const { browser } = await aFoundedPlace(server)
    expect(browser.at('open').profile).toMatchObject({ place: 'Werkwinkel Overvecht', practice: false })
    expect(await reads(browser)).toBe('werk')
    for (const { hpkePrivate } of browser.keys()!.epochs.values()) expect(hpkePrivate.extractable).toBe(false)
  })

  test('leaves nothing on the server when they walk away before the sheet is on paper', async () => {
    const token = (await server.people.setupToken())!
    const browser = aBrowser(server)
    await browser.ways.account({ kind: 'setup', token }, fatma)
    await browser.ways.prepare()
    expect(browser.sent.filter(line => !line.startsWith('GET'))).toEqual(['POST /v1/desk/setup'])
    const again = aBrowser(server)
    await again.ways.signIn(fatma.email, fatma.password)
    expect(again.access.at).toBe('setUp')
  })

  test('practises until the sheet is typed back, and hears what is wrong with what was typed', async () => {
    const { browser, sheet } = await aFoundedPlace(server, { practice: true })
    browser.tell({ kind: 'drill' })
    expect(await browser.ways.typeBack('kort')).toBe('wrong-letters')
    const swapped = (sheet.startsWith('2') ? '3' : '2') + sheet.slice(1)
    expect(await browser.ways.typeBack(swapped)).toBe('wrong-checksum')
    expect(await browser.ways.typeBack(writeSheet(newRecovery()))).toBe('other-sheet')
    expect(browser.at('drill').open.profile.practice).toBe(true)
    expect(await browser.ways.typeBack(sheet.toLowerCase())).toBeUndefined()
    expect(browser.at('drill').open.profile.practice).toBe(false)
  })

  test('loses nothing when the answer to the founding gets lost on the way', async () => {
    const token = (await server.people.setupToken())!
    const browser = aBrowser(server)
    await browser.ways.account({ kind: 'setup', token }, fatma)
    const founding = await browser.ways.prepare()
    const { details } = { details: { ...empty, place: 'Werkwinkel Overvecht' } }
    browser.meddle = path => (path === '/v1/desk/location' ? Promise.reject(new TypeError('cut')) : undefined!)
    const { me } = browser.at('setUp')
    const failed = await browser.ways.found(me, founding, details, [])
    expect(failed).toMatchObject({ trouble: { refused: 'offline' } })
    browser.meddle = undefined
    expect(await browser.ways.found(me, founding, details, [], failed!.device)).toBeUndefined()
    browser.tell({ kind: 'back' })
    expect(await reads(browser)).toBe('werk')
    expect((await teamOf(browser)).devices).toHaveLength(1)
  })
})

const empty = {
  place: '',
  address: '',
  hours: '',
  telephone: '',
  privacyContact: '',
  keepDays: 90,
  basis: 'consent' as const,
  statement: '',
  offSteps: [],
  offAsks: []
}

describe('a professional at their own desk', () => {
  test('types one password in the morning, and nothing opens without it', async () => {
    const { browser } = await aFoundedPlace(server)
    browser.tell({ kind: 'lock', why: 'idle' })
    expect(browser.keys()).toBeUndefined()
    expect(await browser.ways.unlock(browser.at('locked'), 'een ander wachtwoord')).toMatchObject({
      refused: 'wrong-secret'
    })
    expect(browser.keys()).toBeUndefined()
    expect(await browser.ways.unlock(browser.at('locked'), fatma.password)).toBeUndefined()
    expect(await reads(browser)).toBe('werk')
  })

  test('who comes back next day signs in once and is at the open cards', async () => {
    const { browser } = await aFoundedPlace(server)
    server.pass(11 * 60 * 60_000)
    await browser.ways.arrive(undefined)
    expect(browser.access.at).toBe('signedOut')
    expect(await browser.ways.signIn(fatma.email, fatma.password)).toBeUndefined()
    expect(await reads(browser)).toBe('werk')
  })

  test('reloads the page and finds it locked, the session still there', async () => {
    const { browser } = await aFoundedPlace(server)
    await browser.ways.arrive(undefined)
    expect(browser.at('locked').why).toBe('start')
  })

  test('hears that there is no internet, and loses nothing by trying', async () => {
    const { browser } = await aFoundedPlace(server)
    browser.tell({ kind: 'lock', why: 'asked' })
    browser.online = false
    expect(await browser.ways.unlock(browser.at('locked'), fatma.password)).toEqual({ refused: 'offline' })
    await browser.ways.arrive(undefined)
    expect(browser.access).toEqual({ at: 'checking', trouble: 'offline' })
    browser.online = true
    await browser.ways.arrive(undefined)
    expect(browser.access.at).toBe('locked')
  })

  test('signs out for good: the key is gone here and the device is revoked there', async () => {
    const { browser } = await aFoundedPlace(server)
    browser.tell({ kind: 'leave' })
    const { from } = browser.at('leaving')
    browser.online = false
    expect(await browser.ways.signOut(from)).toEqual({ refused: 'offline' })
    expect(browser.drawer.size).toBe(1)
    browser.online = true
    expect(await browser.ways.signOut(from)).toBeUndefined()
    expect(browser.access).toEqual({ at: 'signedOut', why: 'left' })
    expect(browser.drawer.size).toBe(0)
    await browser.ways.signIn(fatma.email, fatma.password)
    expect(browser.access).toMatchObject({ at: 'newDevice', revoked: false })
  })

  test('lets a colleague sign in on the same computer without giving or losing a key', async () => {
    const { browser, root } = await aFoundedPlace(server)
    const other = await anInvited(server, browser, root)
    await other.browser.ways.addDevice(other.browser.at('newDevice'), 'Laptop')
    browser.tell({ kind: 'lock', why: 'asked' })
    await browser.ways.switchPerson()
    expect(browser.access.at).toBe('signedOut')
    await browser.ways.signIn(samira.email, samira.password)
    expect(browser.access.at).toBe('newDevice')
    await browser.ways.switchPerson()
    await browser.ways.signIn(fatma.email, fatma.password)
    expect(await reads(browser)).toBe('werk')
  })

  test('says the same about a wrong password and about somebody who does not exist', async () => {
    await aFoundedPlace(server)
    const stranger = aBrowser(server)
    const one = await stranger.ways.signIn(fatma.email, 'een verkeerd wachtwoord')
    const two = await stranger.ways.signIn('niemand@example.org', 'een verkeerd wachtwoord')
    expect(one).toMatchObject({ refused: 'wrong-secret' })
    expect(two).toEqual(one)
  })
})

describe('a new colleague', () => {
  test('waits until two people have seen the same 20 digits, and then reads', async () => {
    const { browser: coordinator, root } = await aFoundedPlace(server)
    const { browser } = await anInvited(server, coordinator, root)
    await browser.ways.addDevice(browser.at('newDevice'), 'Laptop van Samira')
    const waiting = browser.at('waiting')
    await browser.ways.look(waiting)
    expect(browser.access.at).toBe('waiting')

    const device = (await teamOf(coordinator)).devices.find(each => each.state === 'waiting')!
    expect(device.name).toBe('Laptop van Samira')
    expect(await digitsOfDevice(device, coordinator.at('open').root)).toBe(waiting.digits)
    const wrong = await coordinator.ways.letIn(coordinator.at('open'), device, 'niet mijn wachtwoord')
    expect(wrong).toMatchObject({ refused: 'wrong-secret' })
    await browser.ways.look(waiting)
    expect(browser.access.at).toBe('waiting')

    expect(await coordinator.ways.letIn(coordinator.at('open'), device, fatma.password)).toBeUndefined()
    await browser.ways.look(waiting)
    expect(browser.at('locked').why).toBe('approved')
    await browser.ways.unlock(browser.at('locked'), samira.password)
    expect(await reads(browser)).toBe('werk')
  })

  test('sees other digits than the coordinator when the server hands out a key of its own', async () => {
    const { browser: coordinator, root } = await aFoundedPlace(server)
    const { browser } = await anInvited(server, coordinator, root)
    await browser.ways.addDevice(browser.at('newDevice'), 'Laptop')
    const device = (await teamOf(coordinator)).devices.find(each => each.state === 'waiting')!
    const servers = (await aFoundedPlaceElsewhere()).publicKey
    expect(await digitsOfDevice({ ...device, publicKey: servers }, root)).not.toBe(browser.at('waiting').digits)
  })

  test('goes no further when the place has another root than the invite says', async () => {
    const { browser: coordinator } = await aFoundedPlace(server)
    const { browser } = await anInvited(server, coordinator, crypto.getRandomValues(new Uint8Array(32)))
    expect(browser.access.at).toBe('forged')
    expect(browser.sent.filter(line => line.startsWith('POST'))).toEqual(['POST /v1/desk/invites/accept'])
  })

  test('is told that a link was used, and nobody else gets in with it', async () => {
    const { browser: coordinator, root } = await aFoundedPlace(server)
    const { link } = await anInvited(server, coordinator, root)
    const second = aBrowser(server)
    const trouble = await second.ways.account(link, { ...samira, email: 'dief@example.org' })
    expect(trouble).toMatchObject({ refused: 'already-used' })
    await second.ways.arrive(undefined)
    expect(second.access.at).toBe('signedOut')
  })

  test('may come back later: the digits stand there again, and after a no the device is new', async () => {
    const { browser: coordinator, root } = await aFoundedPlace(server)
    const { browser } = await anInvited(server, coordinator, root)
    await browser.ways.addDevice(browser.at('newDevice'), 'Laptop')
    const { digits } = browser.at('waiting')
    await browser.ways.arrive(undefined)
    expect(browser.at('waiting').digits).toBe(digits)

    const device = (await teamOf(coordinator)).devices.find(each => each.state === 'waiting')!
    await coordinator.ways.turnAway(device)
    // revoking ended the session too
    await browser.ways.arrive(undefined)
    expect(browser.access.at).toBe('signedOut')
    await browser.ways.signIn(samira.email, samira.password)
    expect(browser.access).toMatchObject({ at: 'newDevice', revoked: true })
    expect(browser.drawer.size).toBe(0)
  })

  test('is told when the browser keeps nothing, before the server hears of a device', async () => {
    const { browser: coordinator, root } = await aFoundedPlace(server)
    const { browser } = await anInvited(server, coordinator, root)
    browser.lasting = false
    expect(await browser.ways.addDevice(browser.at('newDevice'), 'Privévenster')).toBe('no-storage')
    expect((await teamOf(coordinator)).devices).toHaveLength(1)
  })
})

describe('the sheet from the safe', () => {
  test('opens a new device without a colleague, and from then on the password is enough', async () => {
    const { sheet } = await aFoundedPlace(server)
    const browser = aBrowser(server)
    await browser.ways.signIn(fatma.email, fatma.password)
    const from = browser.at('newDevice')
    browser.tell({ kind: 'recover' })
    expect(await browser.ways.recover(from, writeSheet(newRecovery()), fatma.password)).toBe('other-sheet')
    expect(await browser.ways.recover(from, sheet, 'niet mijn wachtwoord')).toBe('wrong-password')
    expect(browser.keys()).toBeUndefined()
    expect(await browser.ways.recover(from, sheet, fatma.password)).toBeUndefined()
    expect(await reads(browser)).toBe('werk')
    // the try with a wrong password left one device that only lacked its bundle, not a second one
    expect((await teamOf(browser)).devices).toHaveLength(2)
    await browser.ways.arrive(undefined)
    await browser.ways.unlock(browser.at('locked'), fatma.password)
    expect(await reads(browser)).toBe('werk')
  })

  test('opens a practice place from a link, and never a real one', async () => {
    const { browser: coordinator, sheet } = await aFoundedPlace(server, { practice: true })
    const link = { kind: 'practice', sheet, email: fatma.email, password: fatma.password } as const
    const newcomer = aBrowser(server)
    await newcomer.ways.arrive(link)
    expect(await reads(newcomer)).toBe('werk')
    await newcomer.ways.arrive(link)
    expect((await teamOf(newcomer)).devices).toHaveLength(2)

    coordinator.tell({ kind: 'drill' })
    await coordinator.ways.typeBack(sheet)
    const late = aBrowser(server)
    await late.ways.arrive(link)
    expect(late.access.at).toBe('newDevice')
    expect(late.sent).not.toContain('POST /v1/desk/recovery/bundle')
  })
})

describe('a thief', () => {
  test('with the disk of a desk and no session gets no further than the sign-in page', async () => {
    const { browser } = await aFoundedPlace(server)
    const thief = aBrowser(server)
    for (const [name, key] of browser.drawer) thief.drawer.set(name, structuredClone(key))
    await thief.ways.arrive(undefined)
    expect(thief.access.at).toBe('signedOut')
    expect(thief.sent).toEqual(['GET /v1/desk/me'])
  })

  test('who runs the server cannot turn the chain back or swap it under a desk that knows it', async () => {
    const { browser } = await aFoundedPlace(server)
    const other = await aFoundedPlaceElsewhere()
    browser.meddle = async (path, answer) => {
      if (!path.startsWith('/v1/locations/')) return answer
      return Response.json({ ...((await answer.json()) as object), cards: other.cards })
    }
    await browser.ways.arrive(undefined)
    expect(browser.access.at).toBe('forged')
  })

  test('finds no desk on a tablet of the residents', async () => {
    const { browser } = await aFoundedPlace(server)
    browser.place = { kind: 'tablet' } as Browser['place']
    await browser.ways.arrive(undefined)
    expect(browser.access).toEqual({ at: 'kiosk' })
    await browser.ways.arrive({ kind: 'setup', token: 'A'.repeat(43) })
    expect(browser.access).toEqual({ at: 'kiosk' })
  })
})

/** Keys of another place: what a server that lies would use. */
async function aFoundedPlaceElsewhere() {
  const elsewhere = await withPeople()
  try {
    const { browser } = await aFoundedPlace(elsewhere)
    const [device] = (await teamOf(browser)).devices
    return { cards: browser.at('open').profile.cards, publicKey: device!.publicKey }
  } finally {
    await elsewhere.remove()
  }
}
