import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { closeDraft, exportDraftKey, importDraftKey, newDraftKey, openDraft } from '#sealing/draft.ts'
import { labels } from '#sealing/labels.ts'
import { newRecovery, readSheet, writeSheet } from '#sealing/recovery.ts'
import { newSeed, withdrawSecret } from '#sealing/seed.ts'
import { random, utf8 } from './worlds.ts'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('the seed of a shared card', () => {
  test('gives the same withdrawal for ever, so that a resident can take back what they shared last month', async () => {
    const seed = Uint8Array.from({ length: 16 }, (_, i) => i)
    const secret = await withdrawSecret(seed)
    expect(secret.length).toBe(32)
    // RFC 5869 by another hand, written down once: a change here would strand every card that was shared before it
    expect(Buffer.from(secret).toString('hex')).toBe('cc625e032706b68f765a0564880aac62a24137b5c29360d4422b2a1670fab708')
    expect(await withdrawSecret(newSeed())).not.toEqual(secret)
  })

  test('is never the same twice', () => {
    const seeds = new Set(Array.from({ length: 1000 }, () => newSeed().join()))
    expect(seeds.size).toBe(1000)
  })
})

describe('a draft', () => {
  test('is read back under its own key, after a reload too', async () => {
    const key = await newDraftKey()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async bytes => {
        const closed = await closeDraft(key, bytes)
        const reloaded = await importDraftKey(await exportDraftKey(key))
        expect(await openDraft(reloaded, closed)).toEqual(bytes)
      }),
      { numRuns: 40 }
    )
  })

  test('is unreadable under another key, for another purpose, or when a byte changed', async () => {
    const key = await newDraftKey()
    const closed = await closeDraft(key, utf8('schulden'), utf8('visit 1'))
    expect(await openDraft(await newDraftKey(), closed, utf8('visit 1'))).toBe('unreadable')
    expect(await openDraft(key, closed, utf8('visit 2'))).toBe('unreadable')
    expect(await openDraft(key, closed)).toBe('unreadable')
    for (const length of [0, 5, 12, 27, closed.length - 1]) {
      expect(await openDraft(key, closed.slice(0, length), utf8('visit 1'))).toBe('unreadable')
    }
    const changed = closed.slice()
    changed[40]! ^= 1
    expect(await openDraft(key, changed, utf8('visit 1'))).toBe('unreadable')
  })

  test('shows a thief of the disk neither a word nor how much was written', async () => {
    const key = await newDraftKey()
    const [short, long] = await Promise.all([closeDraft(key, utf8('ja')), closeDraft(key, utf8('schulden'.repeat(99)))])
    expect(short.length).toBe(long.length)
    expect(Buffer.from(long).includes('schulden')).toBe(false)
    expect(await closeDraft(key, utf8('ja'))).not.toEqual(short)
  })
})

describe('the recovery sheet', () => {
  test('is 7 groups of 4 letters and reads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), seed => {
        const sheet = writeSheet(seed)
        expect(sheet).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/)
        expect(readSheet(sheet)).toEqual(seed)
      })
    )
  })

  test('is read as people type it: small letters, spaces, O for 0, I and L for 1', () => {
    const seed = new Uint8Array(16).fill(0x08)
    const sheet = writeSheet(seed)
    expect(sheet).toContain('0')
    expect(sheet).toContain('1')
    const typed = ` ${sheet.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replace('1', 'l').replace('1', 'I')} `
    expect(readSheet(typed)).toEqual(seed)
  })

  test('notices every single letter that was misread: 28 places times 31 letters, on 20 sheets', () => {
    for (let run = 0; run < 20; run++) {
      const letters = writeSheet(newRecovery()).replaceAll('-', '')
      for (let at = 0; at < 28; at++) {
        for (const letter of LETTERS) {
          if (letter === letters[at]) continue
          const typed = letters.slice(0, at) + letter + letters.slice(at + 1)
          expect(readSheet(typed)).toBe('wrong-checksum')
        }
      }
    }
  })

  test('notices every two neighbours that changed places', () => {
    for (let run = 0; run < 50; run++) {
      const letters = writeSheet(newRecovery()).replaceAll('-', '')
      for (let at = 0; at < 27; at++) {
        if (letters[at] === letters[at + 1]) continue
        const typed = letters.slice(0, at) + letters[at + 1] + letters[at] + letters.slice(at + 2)
        expect(readSheet(typed)).toBe('wrong-checksum')
      }
    }
  })

  test('says when letters are missing, too many, or not of the sheet', () => {
    const sheet = writeSheet(random(16))
    for (const typed of ['', sheet.slice(1), `${sheet}0`, `U${sheet.slice(1)}`, `é${sheet.slice(1)}`]) {
      expect(readSheet(typed)).toBe('wrong-letters')
    }
  })
})

test('no label begins with another, so that what follows one is never read as a longer one', () => {
  const all = Object.values(labels)
  const clashes = all.filter((label, i) => all.some((other, j) => i !== j && other.startsWith(label)))
  expect(clashes).toEqual([])
})
