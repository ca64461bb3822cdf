import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Member } from '#server/member.ts'

import { type APostRoom, aPlace, aPostRoom, anEnvelope } from './world.ts'

let room: APostRoom
let ria: Member
beforeEach(async () => {
  room = await aPostRoom()
  ria = await room.colleague('Ria')
})
afterEach(async () => {
  room.streams.closeAll()
  await room.remove()
})

/** An open desk: reads its stream event by event. */
async function listen(who: Member, lastEventId?: number) {
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }
  const response = await room.ask('GET', '/v1/desk/events', { who, headers })
  expect(response.status).toBe(200)
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    response,
    /** The next block that carries data, or `ended`. */
    async next(): Promise<{ id: number; kind: string; card?: string } | 'ended'> {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end < 0) {
          const { done, value } = await reader.read()
          if (done) return 'ended'
          text += value
          continue
        }
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        const event = /^id: (\d+)\ndata: (.+)$/.exec(block)
        if (!event) continue
        const { kind, id: card } = JSON.parse(event[2]!) as { kind: string; id?: string }
        return { id: Number(event[1]), kind, ...(card ? { card } : {}) }
      }
    },
    leave: () => reader.cancel()
  }
}

async function arrive(location = room.location): Promise<string> {
  const envelope = anEnvelope({ location })
  expect((await room.put(envelope)).status).toBe(201)
  return envelope.id
}

describe('an open desk', () => {
  test('hears what comes and changes at its own place, without a word of content', async () => {
    const desk = await listen(ria)
    expect(desk.response.headers.get('content-type')).toBe('text/event-stream')
    await arrive(await aPlace(room.storage))
    const id = await arrive()
    expect(await desk.next()).toEqual({ id: 2, kind: 'arrived', card: id })
    await room.ask('POST', `/v1/desk/queue/${id}/claim`, { who: ria })
    expect(await desk.next()).toEqual({ id: 3, kind: 'changed', card: id })
    await room.ask('DELETE', `/v1/desk/queue/${id}`, { who: ria })
    expect(await desk.next()).toEqual({ id: 4, kind: 'erased', card: id })
  })

  test('whose network broke hears what it missed, each thing once', async () => {
    const first = await arrive()
    const second = await arrive()
    const desk = await listen(ria, 1)
    const third = await arrive()
    expect(await desk.next()).toEqual({ id: 2, kind: 'arrived', card: second })
    expect(await desk.next()).toEqual({ id: 3, kind: 'arrived', card: third })
    expect(first).not.toBe(second)
  })

  test('is told to look again when what it missed cannot be told any more', async () => {
    await arrive()
    const desk = await listen(ria, 40)
    expect(await desk.next()).toEqual({ id: 1, kind: 'again' })
    const id = await arrive()
    expect(await desk.next()).toEqual({ id: 2, kind: 'arrived', card: id })
  })

  test('hears nothing more from the moment its session ends', async () => {
    const desk = await listen(ria)
    expect(room.streams.count()).toBe(1)
    room.people.end(ria.sessionId)
    expect(await desk.next()).toBe('ended')
    expect(room.streams.count()).toBe(0)
  })

  test('that goes away leaves nothing behind', async () => {
    const desks = await Promise.all(Array.from({ length: 20 }, () => listen(ria)))
    expect(room.streams.count()).toBe(20)
    for (const desk of desks) await desk.leave()
    await vi.waitFor(() => expect(room.streams.count()).toBe(0))
  })

  test('is sent away kindly when the server stops, and none comes in after', async () => {
    const desk = await listen(ria)
    room.streams.closeAll()
    expect(await desk.next()).toBe('ended')
    expect(await (await listen(ria)).next()).toBe('ended')
  })

  test('that does not read is cut off instead of filling the memory', async () => {
    const response = await room.ask('GET', '/v1/desk/events', { who: ria })
    const { storage, location } = room
    for (let i = 0; i < 1100; i++) await storage.events.add(location, 'team', 0)
    expect(room.streams.count()).toBe(0)
    await response.body?.cancel()
  })
})
