import { parseSummary, type Summary } from '#intake/summary.ts'
import { open } from '#sealing/open.ts'
import { fromBase64url } from '#wire/bytes.ts'
import type { QueueItem, QueuePage } from '#wire/queue.ts'

import { aPlace, enrolTablet, type Place } from '../builders/place.ts'
import { aNetwork, type Network } from './network.ts'
import { aServer, type RunningServer } from './server.ts'

/** A room with a tablet in it: a place, its server, and between the two a network that does as it is told. */
export interface Room {
  readonly place: Place
  readonly network: Network
  server: RunningServer
  /** A set-up link for a new tablet, through the network. */
  tabletLink(): Promise<string>
  /** The everyday address of a tablet, and a poster's, through the network. */
  readonly tablet: string
  readonly phone: string
  /** What the team can read, under the names that residents gave. */
  cards(): Promise<{ item: QueueItem; name: string | undefined }[]>
  /** The server with other pages, on its port and with its data. */
  restart(env?: Record<string, string>): Promise<void>
  remove(): Promise<void>
}

const limits = {
  LOG_LEVEL: 'silent',
  LIMIT_ENVELOPES_PER_ADDRESS: '100000',
  LIMIT_ENVELOPES_PER_LOCATION: '100000',
  LIMIT_ENVELOPES_PER_TABLET: '100000',
  LIMIT_WITHDRAWALS_PER_ADDRESS: '100000',
  LIMIT_STATES_PER_ADDRESS: '100000'
}

export async function aRoom(env: Record<string, string> = {}): Promise<Room> {
  const server = await aServer({ env: { ...limits, ...env } })
  const place = await aPlace(server.url, server.setupToken!)
  const network = await aNetwork(server.port)
  const through = (link: string) => link.replace(server.url, network.origin)

  const room: Room = {
    place,
    network,
    server,
    tabletLink: async () => through(await enrolTablet(place)),
    tablet: through(place.tabletLink),
    phone: through(place.phoneLink),
    async cards() {
      const items: QueueItem[] = []
      for (let after = 0; ;) {
        const page = (await (await place.ask('GET', `/v1/desk/queue?after=${after}&limit=50`)).json()) as QueuePage
        items.push(...page.items)
        if (page.next === undefined) break
        after = page.next
      }
      return Promise.all(items.map(async item => ({ item, name: (await read(item, place)).name })))
    },
    async restart(other = env) {
      await room.server.stop()
      room.server = await aServer({ dataDir: server.dataDir, port: server.port, env: { ...limits, ...other } })
    },
    async remove() {
      await network.close()
      await room.server.remove()
    }
  }
  return room
}

async function read({ envelope }: QueueItem, { keys }: Place): Promise<Summary> {
  const opened = await open(fromBase64url(envelope), keys)
  if (opened === 'unreadable') throw new Error('the team cannot open a card')
  const summary = parseSummary(opened.plaintext)
  if (typeof summary === 'string') throw new Error(summary)
  return summary
}
