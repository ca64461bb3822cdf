import { rmSync } from 'node:fs'
import { expect } from 'vitest'

import { readCard } from '#sealing/card.ts'
import { fromBase64url, toBase64url } from '#wire/bytes.ts'
import type { QueueItem, QueuePage } from '#wire/queue.ts'

import { aPlace, type Place } from '../../builders/place.ts'
import { aServer, type RunningServer } from '../server.ts'
import { distWithSender } from './sender.ts'

/** A team with a server that can go down and come back, and no limits that a test would run into. */
export interface Team {
  readonly place: Place
  /** Where cards are sealed for. */
  readonly here: { location: string; publicKey: string }
  server: RunningServer
  /** The built pages, with `sender.html` beside them. */
  readonly dist: string
  /** The same server again, on its port and with its data. */
  restart(): Promise<void>
  /** What the team has of these cards. */
  arrived(ids: readonly string[]): Promise<QueueItem[]>
  /** Waits until there are as many rows as cards, under as many ids and numbers. */
  expectOneRowEach(ids: readonly string[]): Promise<void>
  remove(): Promise<void>
}

export async function aTeam(): Promise<Team> {
  const dist = await distWithSender()
  const env = {
    DIST_DIR: dist,
    LOG_LEVEL: 'silent',
    LIMIT_ENVELOPES_PER_ADDRESS: '10000',
    LIMIT_ENVELOPES_PER_LOCATION: '10000',
    LIMIT_WITHDRAWALS_PER_ADDRESS: '1000'
  }
  const server = await aServer({ env })
  const place = await aPlace(server.url, server.setupToken!)
  const card = readCard(fromBase64url(place.profile.cards[0]!))
  if (card === 'malformed') throw new Error(card)

  const team: Team = {
    place,
    here: { location: place.id, publicKey: toBase64url(card.hpkePublic) },
    server,
    dist,
    async restart() {
      team.server = await aServer({ dataDir: server.dataDir, port: server.port, env })
    },
    async arrived(ids) {
      const items: QueueItem[] = []
      for (let after = 0; ;) {
        const page = (await (await place.ask('GET', `/v1/desk/queue?after=${after}&limit=50`)).json()) as QueuePage
        items.push(...page.items)
        if (page.next === undefined) return items.filter(item => ids.includes(item.id))
        after = page.next
      }
    },
    async expectOneRowEach(ids) {
      await expect.poll(async () => (await team.arrived(ids)).length, { timeout: 30_000 }).toBe(ids.length)
      const rows = await team.arrived(ids)
      expect(new Set(rows.map(row => row.id)).size).toBe(ids.length)
      expect(new Set(rows.map(row => row.seq)).size).toBe(ids.length)
    },
    async remove() {
      await team.server.remove()
      rmSync(dist, { recursive: true })
    }
  }
  return team
}

export const idsOf = (cards: readonly { id: string }[]): string[] => cards.map(card => card.id)
