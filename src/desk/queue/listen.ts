import { DeskEvent } from '#wire/queue.ts'

/** What the stream tells; `open` each time it stands, `lost` when it fell and is being set up again. */
export interface Listener {
  readonly onOpen: () => void
  readonly onLost: () => void
  readonly onEvent: (event: DeskEvent) => void
}

export interface Stream {
  readonly EventSource: typeof globalThis.EventSource
  readonly random: () => number
}

const PATH = '/v1/desk/events'
const FIRST = 1_000
const LONGEST = 30_000

/**
 * Listens to the server. The browser repeats `Last-Event-ID` when it reconnects by itself; when it gives up (a gateway
 * answered with an error page) a new stream is set up after 1 to 30 seconds, spread by chance so that 500 desks do not
 * all come back in the same second. Returns the function that stops it.
 */
export function listen({ EventSource, random }: Stream, { onOpen, onLost, onEvent }: Listener): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0

  const hear = (message: MessageEvent<unknown>) => {
    const event = parse(message.data)
    if (event) onEvent(event)
  }
  const start = () => {
    source = new EventSource(PATH)
    source.onopen = () => {
      tries = 0
      onOpen()
    }
    source.onmessage = hear
    // a server may name its events after their kind
    for (const kind of ['arrived', 'changed', 'erased', 'again', 'team']) source.addEventListener(kind, hear)
    source.onerror = () => {
      onLost()
      if (source?.readyState !== EventSource.CLOSED) return
      tries++
      const most = Math.min(LONGEST, FIRST * 2 ** tries)
      timer = setTimeout(start, FIRST + random() * (most - FIRST))
    }
  }
  start()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

function parse(data: unknown): DeskEvent | undefined {
  try {
    const parsed = DeskEvent.safeParse(JSON.parse(String(data)))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
