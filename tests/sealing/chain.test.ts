import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { cardBody, CARD_LENGTH, readCard, type TeamCard, verifyChain } from '#sealing/card.ts'
import { makeTeam, renewTeam, sign, type TeamSecret } from '#sealing/keys.ts'
import { concat } from '#wire/bytes.ts'
import { sha256 } from '#wire/digest.ts'
import { random } from './worlds.ts'

/** A location in its third epoch, with the secret of every epoch, as a thief with time might have them. */
async function aChain(location = random(16)) {
  const first = await makeTeam(location, 1)
  const second = await renewTeam(first.secret, first.card, 2)
  const third = await renewTeam(second.secret, second.card, 3)
  const cards = [first.card, second.card, third.card]
  return { location, cards, secrets: [first.secret, second.secret, third.secret], root: await sha256(first.card) }
}

/** A card that is right in every other way. */
async function forge(card: Uint8Array, change: Partial<TeamCard>, signer: TeamSecret) {
  const read = readCard(card)
  if (read === 'malformed') throw new Error('malformed')
  const body = cardBody({ ...read, ...change })
  return concat(body, await sign(signer, 'card', body))
}

describe('the chain of team cards', () => {
  test('leads from the root on the poster to the newest key', async () => {
    const { location, cards, root } = await aChain()
    for (const pin of [undefined, root, root.slice(0, 16)]) {
      const chain = await verifyChain(cards, { location, root: pin, atLeastEpoch: 2 })
      expect(chain).toMatchObject({ card: { epoch: 2, createdAt: 3, location }, root })
    }
  })

  test.each([1, 2])('grown by %i cards since a tablet last looked is still its own', async grown => {
    const { location, cards, root } = await aChain()
    expect(await verifyChain(cards, { location, root, atLeastEpoch: 2 - grown })).toMatchObject({ card: { epoch: 2 } })
  })

  test('from a thief with another root is refused, whether pinned by invite, tablet or poster', async () => {
    const { location, root } = await aChain()
    const thief = await aChain(location)
    expect(await verifyChain(thief.cards, { location, root })).toEqual({ forged: 'root' })
    expect(await verifyChain(thief.cards, { location, root: root.slice(0, 16) })).toEqual({ forged: 'root' })
  })

  test('is not opened by a pin of another length, nor by an empty one', async () => {
    const { location, cards, root } = await aChain()
    for (const length of [0, 1, 15, 17, 31]) {
      expect(await verifyChain(cards, { location, root: root.slice(0, length) })).toEqual({ forged: 'root' })
    }
  })

  test('of another location is refused', async () => {
    const { cards, root } = await aChain()
    expect(await verifyChain(cards, { location: random(16), root })).toEqual({ forged: 'location' })
  })

  test('with one card of another location is refused, though its own team signed it', async () => {
    const { location, cards, secrets, root } = await aChain()
    const moved = await forge(cards[2]!, { location: random(16) }, secrets[1]!)
    expect(await verifyChain([cards[0]!, cards[1]!, moved], { location, root })).toEqual({ forged: 'location' })
  })

  test('that skips an epoch is refused, though each card is signed', async () => {
    const { location, cards, secrets, root } = await aChain()
    expect(await verifyChain([cards[0]!, cards[2]!], { location, root })).toEqual({ forged: 'order' })
    const jumped = await forge(cards[1]!, { epoch: 2 }, secrets[0]!)
    expect(await verifyChain([cards[0]!, jumped], { location, root })).toEqual({ forged: 'order' })
  })

  test('in another order, or with a card twice, is refused', async () => {
    const { location, cards, root } = await aChain()
    const [a, b, c] = cards as [Uint8Array, Uint8Array, Uint8Array]
    for (const order of [
      [b, a, c],
      [a, c, b],
      [c, b, a],
      [a, a, b],
      [a, b, b],
      [b, c]
    ]) {
      expect(await verifyChain(order, { location, root })).toEqual({ forged: 'order' })
    }
  })

  test('with a card put after a card it was not made after is refused', async () => {
    const { location, cards, secrets, root } = await aChain()
    const fork = await renewTeam(secrets[0]!, cards[0]!, 9)
    expect(await verifyChain([cards[0]!, fork.card, cards[2]!], { location, root })).toEqual({ forged: 'order' })
  })

  test('signed by the new key instead of the one before is refused', async () => {
    const { location, cards, secrets, root } = await aChain()
    const selfMade = await forge(cards[1]!, {}, secrets[1]!)
    expect(await verifyChain([cards[0]!, selfMade], { location, root })).toEqual({ forged: 'signature' })
  })

  test('signed by a stranger, or by a team two epochs back, is refused', async () => {
    const { location, cards, secrets, root } = await aChain()
    const stranger = await makeTeam(location, 0)
    for (const signer of [stranger.secret, secrets[0]!]) {
      const third = await forge(cards[2]!, {}, signer)
      expect(await verifyChain([cards[0]!, cards[1]!, third], { location, root })).toEqual({ forged: 'signature' })
    }
  })

  test('with a key of the server put in is refused', async () => {
    const { location, cards, root } = await aChain()
    const changed = cards[2]!.slice()
    changed.set((await makeTeam(location, 0)).card.slice(21, 86), 21)
    expect(await verifyChain([cards[0]!, cards[1]!, changed], { location, root })).toEqual({ forged: 'signature' })
  })

  test('shortened to an older epoch is refused by a device that saw a newer one', async () => {
    const { location, cards, root } = await aChain()
    expect(await verifyChain(cards.slice(0, 2), { location, root, atLeastEpoch: 2 })).toEqual({ forged: 'rollback' })
    expect(await verifyChain(cards.slice(0, 1), { location, root, atLeastEpoch: 1 })).toEqual({ forged: 'rollback' })
  })

  test('that is empty, cut, padded or of another version is malformed', async () => {
    const { location, cards, root } = await aChain()
    const card = cards[0]!
    const otherVersion = card.slice()
    otherVersion[0] = 2
    for (const broken of [new Uint8Array(), card.slice(1), concat(card, new Uint8Array(1)), otherVersion]) {
      expect(await verifyChain([broken], { location, root })).toEqual({ forged: 'malformed' })
    }
    expect(await verifyChain([], { location, root })).toEqual({ forged: 'malformed' })
  })

  test('with any single bit of any card turned is refused', async () => {
    const { location, cards, root } = await aChain()
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.nat(CARD_LENGTH * 8 - 1), async (which, bit) => {
        const changed = cards.map(card => card.slice())
        changed[which]![bit >> 3]! ^= 1 << (bit & 7)
        expect(await verifyChain(changed, { location, root })).toHaveProperty('forged')
      }),
      { numRuns: 500 }
    )
  })
})
