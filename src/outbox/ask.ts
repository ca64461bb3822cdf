/** What came back within the time: a status and a body, whoever wrote them. */
export interface Answer {
  readonly status: number
  readonly retryAfter: string | null
  /** The body as JSON; nothing when it is anything else, such as the sign-in page of a café. */
  readonly json: unknown
}

/** One answer may take this long, body included. */
export const TIMEOUT = 20_000
/** No answer of ours is longer, so that a broken proxy cannot fill the memory of an old phone. */
const LONGEST_BODY = 64 * 1024

/** Asks once. `silence` means: no whole answer within the time, for whatever reason. */
export async function ask(
  fetch: typeof globalThis.fetch,
  path: string,
  request: RequestInit,
  timeout = TIMEOUT
): Promise<Answer | 'silence'> {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'silence'>(resolve => {
    timer = setTimeout(() => {
      stop.abort()
      resolve('silence')
    }, timeout)
  })
  try {
    return await Promise.race([late, exchange(fetch, path, { ...request, signal: stop.signal })])
  } catch {
    return 'silence'
  } finally {
    clearTimeout(timer)
  }
}

async function exchange(fetch: typeof globalThis.fetch, path: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(path, {
    // who sends must not be known from a cookie, and a captive portal must not lead us elsewhere
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    ...request
  })
  if (Number(response.headers.get('content-length') ?? 0) > LONGEST_BODY) throw new RangeError('not our answer')
  const text = await response.text()
  return { status: response.status, retryAfter: response.headers.get('retry-after'), json: parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
