import { openDB } from 'idb'
import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'

import { openBundle, sealBundle, teamKeys } from '#sealing/bundle.ts'
import { type DeviceKey, type DeviceRecord, lockDevice, makeDevice, unlockDevice } from '#sealing/device.ts'
import { fingerprint } from '#sealing/fingerprint.ts'
import { renewTeam } from '#sealing/keys.ts'
import { open } from '#sealing/open.ts'
import { newRecovery, recoveryKey, recoveryProof } from '#sealing/recovery.ts'
import { seal } from '#sealing/seal.ts'
import { sha256 } from '#wire/digest.ts'
import { aHeader, type ATeam, aTeam, random, utf8 } from './worlds.ts'

async function aDevice() {
  const share = random(32)
  const record = await lockDevice(await makeDevice(), share)
  const key = await unlockDevice(record, share)
  if (key === 'wrong-share') throw new Error(key)
  return { share, record, key }
}

async function bundleFor(team: ATeam, key: { id: Uint8Array; publicKey: Uint8Array }, kind: 'device' | 'recovery') {
  return sealBundle(team.secret, { kind, ...key }, team.location, await sha256(team.cards.at(-1)!))
}

function tryOpen(team: ATeam, bundle: Uint8Array, key: DeviceKey) {
  return openBundle(bundle, key, { kind: 'device', id: key.id, location: team.location }, team.cards)
}

describe('the key of a desk', () => {
  test('is locked by two halves: 20 of 20 wrong shares of the server open nothing', async () => {
    const { record } = await aDevice()
    const answers = await Promise.all(Array.from({ length: 20 }, () => unlockDevice(record, random(32))))
    expect(answers).toEqual(Array(20).fill('wrong-share'))
  })

  test('is not opened by the right share in another browser, or with another public key beside it', async () => {
    const [ours, theirs] = await Promise.all([aDevice(), aDevice()])
    const thief: DeviceRecord = { ...ours.record, localKey: theirs.record.localKey }
    expect(await unlockDevice(thief, ours.share)).toBe('wrong-share')
    const swapped: DeviceRecord = { ...ours.record, publicKey: theirs.record.publicKey }
    expect(await unlockDevice(swapped, ours.share)).toBe('wrong-share')
    const renamed: DeviceRecord = { ...ours.record, id: random(16) }
    expect(await unlockDevice(renamed, ours.share)).toBe('wrong-share')
  })

  test('cannot be read out by a script once it is unlocked', async () => {
    const { key, record } = await aDevice()
    expect(key.pair.privateKey.extractable).toBe(false)
    expect(record.localKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('pkcs8', key.pair.privateKey)).rejects.toThrow()
  })

  test('survives a night in the browser’s storage', async () => {
    const { record, share } = await aDevice()
    const database = await openDB('keyring', 1, { upgrade: db => void db.createObjectStore('keyring') })
    await database.put('keyring', record, 'device')
    const stored = (await database.get('keyring', 'device')) as DeviceRecord
    expect(await unlockDevice(stored, share)).toMatchObject({ id: record.id })
    expect(await unlockDevice(stored, random(32))).toBe('wrong-share')
    database.close()
  })
})

describe('a bundle of team keys', () => {
  test('opens on the device it was made for, and opens cards there', async () => {
    const team = await aTeam()
    const { key } = await aDevice()
    const secret = await tryOpen(team, await bundleFor(team, key, 'device'), key)
    expect(secret).toEqual(team.secret)
    if (secret === 'unreadable') throw new Error(secret)
    const envelope = await seal(utf8('werk'), await aHeader(team), team.card.hpkePublic)
    const keys = await teamKeys(secret)
    expect(await open(envelope, keys)).toMatchObject({ plaintext: utf8('werk') })
    expect(keys.epochs.get(0)!.hpkePrivate.extractable).toBe(false)
  })

  test('for device A never opens on device B, whatever name B gives itself', async () => {
    const team = await aTeam()
    const [a, b] = await Promise.all([aDevice(), aDevice()])
    const bundle = await bundleFor(team, a.key, 'device')
    expect(await tryOpen(team, bundle, b.key)).toBe('unreadable')
    expect(await tryOpen(team, bundle, { ...b.key, id: a.key.id })).toBe('unreadable')
    expect(await tryOpen(team, bundle, { ...a.key, id: b.key.id })).toBe('unreadable')
  })

  test('does not stand for another kind of holder, another location or another chain', async () => {
    const [team, other] = await Promise.all([aTeam(), aTeam()])
    const { key } = await aDevice()
    const bundle = await bundleFor(team, key, 'device')
    const id = key.id
    expect(await openBundle(bundle, key, { kind: 'recovery', id, location: team.location }, team.cards)).toBe(
      'unreadable'
    )
    expect(await openBundle(bundle, key, { kind: 'device', id, location: other.location }, other.cards)).toBe(
      'unreadable'
    )
    const sameName = await aTeam(team.location)
    expect(await tryOpen(sameName, bundle, key)).toBe('unreadable')
  })

  test('made by the server, which knows every public key, is refused for want of the team’s signature', async () => {
    const team = await aTeam()
    const servers = await aTeam(team.location)
    const { key } = await aDevice()
    const cardHash = await sha256(team.cards[0]!)
    const planted = await sealBundle(servers.secret, { kind: 'device', ...key }, team.location, cardHash)
    expect(await tryOpen(team, planted, key)).toBe('unreadable')
  })

  test('with any byte changed, or cut, is refused and breaks nothing', async () => {
    const team = await aTeam()
    const { key } = await aDevice()
    const bundle = await bundleFor(team, key, 'device')
    for (let at = 0; at < bundle.length; at++) {
      const changed = bundle.slice()
      changed[at]! ^= 1 + (at % 255)
      expect(await tryOpen(team, changed, key)).toBe('unreadable')
      expect(await tryOpen(team, bundle.slice(0, at), key)).toBe('unreadable')
    }
  })

  test('of a later epoch carries the older keys along, for cards that an offline tablet still holds', async () => {
    const first = await aTeam()
    const { card, secret } = await renewTeam(first.secret, first.cards[0]!, 5)
    const team = { ...first, secret, cards: [...first.cards, card] }
    const { key } = await aDevice()
    const opened = await tryOpen(team, await bundleFor(team, key, 'device'), key)
    expect(opened).toEqual(secret)
    // an old bundle still opens beside the longer chain: a desk that missed the renewal is not locked out
    expect(await tryOpen(team, await bundleFor(first, key, 'device'), key)).toEqual(first.secret)
  })

  test('for the recovery sheet opens with the seed on paper, and with no other', async () => {
    const team = await aTeam()
    const seed = newRecovery()
    const sheet = await recoveryKey(seed)
    const bundle = await bundleFor(team, sheet, 'recovery')
    const again = await recoveryKey(seed)
    const recipient = { kind: 'recovery', id: again.id, location: team.location } as const
    expect(await openBundle(bundle, again, recipient, team.cards)).toEqual(team.secret)
    const other = await recoveryKey(newRecovery())
    expect(await openBundle(bundle, other, { ...recipient, id: sheet.id }, team.cards)).toBe('unreadable')
    expect(await recoveryProof(seed)).toEqual(await recoveryProof(seed))
    expect(await recoveryProof(seed)).not.toEqual(await recoveryProof(newRecovery()))
  })
})

describe('the 20 digits that colleagues compare', () => {
  test('are 5 groups of 4 and change with the key, the id and the root', async () => {
    const [key, id, root] = [random(65), random(16), random(32)]
    const digits = await fingerprint(key, id, root)
    expect(digits).toMatch(/^\d{4}( \d{4}){4}$/)
    expect(await fingerprint(key, id, root)).toBe(digits)
    expect(await fingerprint(random(65), id, root)).not.toBe(digits)
    expect(await fingerprint(key, random(16), root)).not.toBe(digits)
    expect(await fingerprint(key, id, random(32))).not.toBe(digits)
  })
})
