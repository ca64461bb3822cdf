import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { newRecovery, writeSheet } from '#sealing/recovery.ts'
import { type PeopleServer, withPeople } from '#tests/server/withPeople.ts'
import { aBrowser, aFoundedPlace, anInvited, details, fatma, reads, samira, teamOf } from './aBrowser.ts'

let server: PeopleServer
beforeEach(async () => void (server = await withPeople()))
afterEach(() => server.remove())

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
