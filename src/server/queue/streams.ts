import type { DeskEvent } from '#wire/queue.ts'

import type { Member } from '../member.ts'
import type { Storage, StoredEvent } from '../storage/storage.ts'

/** A line of nothing so often keeps proxies from closing a quiet stream. */
const HEARTBEAT = 25_000
/** A desk that reads nothing for this many events is cut off; it comes back and replays. */
const MOST_UNREAD = 1_000

interface Stream {
  readonly endsAt: number
  readonly write: (text: string) => void
  readonly event: (event: StoredEvent) => void
  readonly close: () => void
}

/** The open streams of all desks. */
export interface Streams {
  /** `since`: the number of the last event this desk heard, or null to hear only what comes. */
  open(member: Member, location: string, since: number | null): ReadableStream<Uint8Array>
  count(): number
  /** Ends all streams and opens no more: the server stops. */
  closeAll(): void
}

export interface StreamDeps {
  readonly storage: Storage
  readonly now: () => number
  /** From 0 up to 1. */
  readonly random: () => number
  readonly onSessionEnd: (session: string, close: () => void) => () => void
}

/** Server-sent events for desks: what changed, never what it says. */
export function makeStreams({ storage, now, random, onSessionEnd }: StreamDeps): Streams {
  const streams = new Map<string, Set<Stream>>()
  const encoder = new TextEncoder()
  let heartbeat: NodeJS.Timeout | undefined
  let closed = false
  const all = () => [...streams.values()].flatMap(i => [...i])

  function beat() {
    for (const stream of all()) {
      if (stream.endsAt <= now()) stream.close()
      else stream.write(':\n\n')
    }
  }

  const deaf = storage.events.listen(event => {
    for (const stream of streams.get(event.location) ?? []) stream.event(event)
  })

  return {
    open(member, location, since) {
      let forget = () => {}
      return new ReadableStream<Uint8Array>(
        {
          async start(controller) {
            let open = true
            let lastSent = since ?? -1
            // live events wait here until the replay is written
            let held: StoredEvent[] | undefined = []

            const stream: Stream = {
              endsAt: member.endsAt,
              write(text) {
                if (!open) return
                if ((controller.desiredSize ?? 0) < -MOST_UNREAD) return stream.close()
                controller.enqueue(encoder.encode(text))
              },
              event(event) {
                if (held) return void held.push(event)
                if (event.n <= lastSent) return
                lastSent = event.n
                stream.write(line(event))
              },
              close() {
                if (!open) return
                forget()
                controller.close()
              }
            }
            const deafToSession = onSessionEnd(member.sessionId, stream.close)
            forget = () => {
              open = false
              deafToSession()
              const others = streams.get(location)
              others?.delete(stream)
              if (others?.size === 0) streams.delete(location)
              if (streams.size === 0) {
                clearInterval(heartbeat)
                heartbeat = undefined
              }
            }

            if (closed) return stream.close()
            streams.set(location, (streams.get(location) ?? new Set()).add(stream))
            heartbeat ??= setInterval(beat, HEARTBEAT).unref()
            // after a restart not all desks come back in the same second
            stream.write(`retry: ${2000 + Math.floor(random() * 6000)}\n\n`)
            if (since !== null) {
              const missed = await storage.events.after(location, since).catch(error => {
                forget()
                throw error
              })
              if (missed === 'again') {
                lastSent = await storage.events.latest()
                stream.write(`id: ${lastSent}\n${data({ kind: 'again' })}`)
              } else {
                for (const event of missed) {
                  lastSent = event.n
                  stream.write(line(event))
                }
              }
            }
            const waited = held
            held = undefined
            for (const event of waited) stream.event(event)
          },
          cancel: () => forget()
        },
        { highWaterMark: 0 }
      )
    },
    count: () => all().length,
    closeAll() {
      closed = true
      deaf()
      for (const stream of all()) stream.close()
    }
  }
}

function line({ n, kind, id }: StoredEvent): string {
  return `id: ${n}\n${data(id === null ? { kind } : { kind, id })}`
}

function data(event: DeskEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`
}
