import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { parseSummary } from '#intake/summary.ts'
import { open } from '#sealing/open.ts'
import { readConfig } from '#server/config.ts'
import { optionCodes } from '#tests/pictures/codes.ts'
import { table } from '#tests/texts/tables.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import type { QueuePage } from '#wire/queue.ts'

import { text } from './html.ts'
import { besideDutch } from './picturesPage.ts'
import { type Demo, startDemo } from './start.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'waarheen-demo-test-'))
let demo: Demo
beforeAll(async () => {
  const read = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' })
  if ('wrong' in read) throw new Error(read.wrong.join('\n'))
  demo = await startDemo(read.config, { files: new Map(), sums: {} })
})
afterAll(async () => {
  await demo.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const page = async (path: string) => (await fetch(new URL(path, demo.address))).text()

test('a newcomer finds a phone, a tablet, an open desk and the server on one page, in two languages', async () => {
  const { id, root } = demo.place
  const pin = toBase64url(root.slice(0, 16))
  for (const language of ['', 'en/']) {
    const links = [...(await page(language)).matchAll(/<a class="tile" href="([^"]+)"/g)].map(([, link = '']) => link)
    expect(links[0]).toMatch(new RegExp(`^http://localhost:\\d+/l/${id}#r=${pin}$`))
    expect(links[1]).toMatch(new RegExp(`^http://127.0.0.1:\\d+/k/${id}#r=${pin}&#38;t=[\\w-]{43}$`))
    expect(links[2]).toMatch(/\/desk\/#practice=[0-9A-Z]{28}&#38;email=[^&]+&#38;password=[\w-]+$/)
    expect(links[3]).toBe('server/')
    expect(links[4]).toBe('pictures/ar/')
  }
})

test('every newcomer finds a tablet to set up: a link that was used makes way for the next', async () => {
  const link = async () => /\/k\/[\w-]+#r=[\w-]+&#38;t=([\w-]+)"/.exec(await page(''))?.[1]
  const token = await link()
  const enrolment = { location: demo.place.id, token }
  const answer = await demo.place.ask('POST', '/v1/tablets', enrolment)
  expect(answer.status).toBe(201)
  await expect.poll(link).not.toBe(token)
})

test('three residents shared in two languages: one waits here, one wants to talk, one wrote in own words', async () => {
  const queue = (await (await demo.place.ask('GET', '/v1/desk/queue?limit=50')).json()) as QueuePage
  const read = await Promise.all(
    queue.items.map(async item => {
      const opened = await open(fromBase64url(item.envelope), demo.place.keys)
      const summary = opened === 'unreadable' ? opened : parseSummary(opened.plaintext)
      if (typeof summary === 'string') throw new Error(summary)
      return [item.hereNow, summary.lang, summary.scope, summary.name, summary.strengthText]
    })
  )
  expect(read).toEqual([
    [false, 'en', 'card', 'Daniel', 'I can build a wheel'],
    [false, 'en', 'talk', undefined, undefined],
    [true, 'nl', 'card', 'Samira', undefined]
  ])
})

test('what the server has of a card stands beside what the desk reads, and no word of it is on its disk', async () => {
  const text = await page('server/')
  const queue = (await (await demo.place.ask('GET', '/v1/desk/queue?limit=50')).json()) as QueuePage
  for (const { envelope } of queue.items) {
    expect(text).toContain(Buffer.from(fromBase64url(envelope)).subarray(75).toString('hex'))
  }
  expect(text).toContain('I can build a wheel')
  const found = [...text.matchAll(/<q>([^<]+)<\/q> (\d+) keer gevonden/g)].map(([, word, times]) => [word, times])
  expect(found.map(([word]) => word)).toEqual(expect.arrayContaining(['Samira', 'Daniel', 'direction.volunteer']))
  expect(found.every(([, times]) => times === '0')).toBe(true)
  const control = [...text.matchAll(/Ter controle[^<]*: (\d+) keer gevonden/g)].map(([, times]) => Number(times))
  expect(control).toHaveLength(3)
  expect(Math.min(...control)).toBeGreaterThan(0)
})

test('every answer stands among the pictures, in colour and in ink, with its words, and each doubt with its picture', async () => {
  const drawn = JSON.parse(readFileSync('tests/pictures/pictures.json', 'utf8')) as Record<string, { doubt?: string }>
  const doubted = Object.keys(drawn).filter(code => drawn[code]!.doubt)
  expect(doubted.length).toBeGreaterThan(0)
  for (const beside of besideDutch) {
    const cards = (await page(`pictures/${beside}/`)).split('<li class="looked" id="').slice(1)
    const byCode = new Map(cards.map(card => [card.slice(0, card.indexOf('"')), card]))
    expect(optionCodes.filter(code => byCode.get(code)?.match(new RegExp(`#${code}"`, 'g'))?.length !== 2)).toEqual([])
    const texts = table(beside, 'resident')
    const shows = (code: string, words: string | undefined) => byCode.get(code)!.includes(text(words!))
    expect(optionCodes.filter(code => !shows(code, texts.get(code)))).toEqual([])
    expect(doubted.filter(code => byCode.has(code) && !shows(code, drawn[code]!.doubt))).toEqual([])
  }
})

test('the pages of the demo stand behind the same policy, and nothing in them needs an exception', async () => {
  const answer = await fetch(demo.address)
  const policy = answer.headers.get('content-security-policy')!
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
  for (const path of ['', 'server/', 'pictures/ti/', 'en/', 'en/server/', 'en/pictures/ti/']) {
    expect(await page(path)).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i)
  }
})
