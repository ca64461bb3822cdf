import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { digitsOfDevice } from '#desk/access/approve.ts'
import { makeDevice } from '#sealing/device.ts'
import { makeTeam } from '#sealing/keys.ts'
import { newRecovery, writeSheet } from '#sealing/recovery.ts'
import { type PeopleServer, withPeople } from '#tests/server/withPeople.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import { aBrowser, aFoundedPlace, anInvited, type Browser, fatma, reads, samira, teamOf } from './aBrowser.ts'

let server: PeopleServer
beforeEach(async () => void (server = await withPeople()))
afterEach(() => server.remove())

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
    const publicKey = toBase64url((await makeDevice()).publicKey)
    expect(await digitsOfDevice({ ...device, publicKey }, root)).not.toBe(browser.at('waiting').digits)
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
    const { card } = await makeTeam(fromBase64url(browser.at('open').profile.id), server.now())
    browser.meddle = async (path, answer) => {
      if (!path.startsWith('/v1/locations/')) return answer
      return Response.json({ ...((await answer.json()) as object), cards: [toBase64url(card)] })
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
