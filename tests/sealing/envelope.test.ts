import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ENVELOPE_LENGTH, HEADER_LENGTH, PLAINTEXT_LENGTH, writeHeader } from '#wire/envelope.ts'
import { concat } from '#wire/bytes.ts'
import { teamKeys } from '#sealing/bundle.ts'
import { renewTeam } from '#sealing/keys.ts'
import { open } from '#sealing/open.ts'
import { seal } from '#sealing/seal.ts'
import { thorough } from '#tests/thorough.ts'
import { aHeader, aTeam, random, utf8 } from './worlds.ts'

describe('a sealed envelope', () => {
  test('is read by the team it was closed for, byte for byte, and is always 4,252 bytes', async () => {
    const team = await aTeam()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: PLAINTEXT_LENGTH - 1 }), async plaintext => {
        const header = await aHeader(team)
        const envelope = await seal(plaintext, header, team.card.hpkePublic)
        expect(envelope.length).toBe(ENVELOPE_LENGTH)
        expect(await open(envelope, team.keys)).toEqual({ header, plaintext })
      }),
      { numRuns: 50, examples: [[new Uint8Array()], [new Uint8Array(4095)], [new Uint8Array(4095).fill(0x80)]] }
    )
  })

  test('is never made bigger: a summary that does not fit is a bug', async () => {
    const team = await aTeam()
    const header = await aHeader(team)
    await expect(seal(new Uint8Array(4096), header, team.card.hpkePublic)).rejects.toThrow(RangeError)
  })

  test('differs in every byte that could be compared when the same words are sealed twice', async () => {
    const team = await aTeam()
    const header = await aHeader(team)
    const [one, two] = await Promise.all([1, 2].map(() => seal(utf8('werk'), header, team.card.hpkePublic)))
    expect(one!.slice(HEADER_LENGTH, HEADER_LENGTH + 65)).not.toEqual(two!.slice(HEADER_LENGTH, HEADER_LENGTH + 65))
    expect(one!.slice(-4112)).not.toEqual(two!.slice(-4112))
  })

  const which = thorough ? 'any single bit of it' : 'one bit of any of its bytes'
  test(`stays closed for a thief who turns ${which}`, { timeout: 240_000 }, async () => {
    const team = await aTeam()
    const envelope = await seal(utf8('{"say":"ik wil naar buiten"}'), await aHeader(team), team.card.hpkePublic)
    const bits = Array.from({ length: ENVELOPE_LENGTH * 8 }, (_, bit) => bit)
    const turned = thorough ? bits : bits.filter(bit => (bit & 7) === (bit >> 3) % 8)
    const opened: number[] = []
    const flip = async (bit: number) => {
      const changed = envelope.slice()
      changed[bit >> 3]! ^= 1 << (bit & 7)
      if ((await open(changed, team.keys)) !== 'unreadable') opened.push(bit)
    }
    for (let at = 0; at < turned.length; at += 64) await Promise.all(turned.slice(at, at + 64).map(flip))
    expect(turned).toHaveLength(ENVELOPE_LENGTH * (thorough ? 8 : 1))
    expect(opened).toEqual([])
    expect(await open(envelope, team.keys)).not.toBe('unreadable')
  })

  test('does not open with a part cut off or added', async () => {
    const team = await aTeam()
    const envelope = await seal(utf8('werk'), await aHeader(team), team.card.hpkePublic)
    for (const length of [0, 1, HEADER_LENGTH, ENVELOPE_LENGTH - 1]) {
      expect(await open(envelope.slice(0, length), team.keys)).toBe('unreadable')
    }
    expect(await open(concat(envelope, new Uint8Array(1)), team.keys)).toBe('unreadable')
  })

  test('does not open under the header of another location, epoch, id, hour of need or withdrawal', async () => {
    const team = await aTeam()
    const header = await aHeader(team)
    const rest = (await seal(utf8('werk'), header, team.card.hpkePublic)).slice(HEADER_LENGTH)
    const elsewhere = random(16)
    const epochs = new Map([...team.keys.epochs, [1, { ...team.keys.epochs.get(0)!, epoch: 1 }]])
    const generous = { location: team.location, epochs }
    const moved = (change: Partial<typeof header>) => concat(writeHeader({ ...header, ...change }), rest)
    // even a team that holds the very same key at another place does not read it
    expect(await open(moved({ location: elsewhere }), { ...generous, location: elsewhere })).toBe('unreadable')
    expect(await open(moved({ epoch: 1 }), generous)).toBe('unreadable')
    expect(await open(moved({ id: random(16) }), generous)).toBe('unreadable')
    expect(await open(moved({ hereNow: true }), generous)).toBe('unreadable')
    expect(await open(moved({ schemaVersion: 2 }), generous)).toBe('unreadable')
    expect(await open(moved({ withdrawHash: random(32) }), generous)).toBe('unreadable')
    expect(await open(moved({}), generous)).not.toBe('unreadable')
  })

  test('of one team is noise to another', async () => {
    const [ours, theirs] = await Promise.all([aTeam(), aTeam()])
    const envelope = await seal(utf8('werk'), await aHeader(ours), ours.card.hpkePublic)
    expect(await open(envelope, theirs.keys)).toBe('unreadable')
    expect(await open(envelope, { ...theirs.keys, location: ours.location })).toBe('unreadable')
  })

  test('sealed to an older epoch by a tablet without network still opens after the keys were renewed', async () => {
    const team = await aTeam()
    const late = await seal(utf8('oud'), await aHeader(team), team.card.hpkePublic)
    const renewed = await renewTeam(team.secret, team.cards[0]!, 0)
    const keys = await teamKeys(renewed.secret)
    expect([...keys.epochs.keys()]).toEqual([0, 1])
    expect(await open(late, keys)).toMatchObject({ plaintext: utf8('oud') })
  })

  test('from a newer epoch than a desk knows is unreadable there, not an error', async () => {
    const team = await aTeam()
    const envelope = await seal(utf8('nieuw'), await aHeader(team, 7), team.card.hpkePublic)
    expect(await open(envelope, team.keys)).toBe('unreadable')
  })
})
