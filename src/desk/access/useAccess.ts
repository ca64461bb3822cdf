import type { LocationProfile } from '#wire/location.ts'
import { useEffect, useMemo, useReducer } from 'preact/hooks'

import { IDLE_MINUTES, watchIdle } from './idle.ts'
import { readLink } from './link.ts'
import { type Access, type AccessEvent, opened, step } from './session.ts'
import type { Tools } from './tools.ts'
import { makeWays, type Ways } from './ways.ts'

export interface AccessHook {
  readonly access: Access
  readonly ways: Ways
  /** Drops the keys, keeps the session. */
  readonly lock: () => void
  /** Shows what signing out costs; the page does it. */
  readonly signOut: () => void
  /** The server no longer knows this session (401): drops the keys and asks to sign in. */
  readonly signedOut: () => void
  /** The public profile changed. */
  readonly changed: (profile: LocationProfile) => void
  /** Types the recovery sheet back, which ends the practice. */
  readonly drill: () => void
}

/** Where this desk stands, from the first question to the server to open cards and back. `tools` are made once. */
export function useAccess(tools: Tools): AccessHook {
  const [access, tell] = useReducer<Access, AccessEvent>(step, { at: 'checking' })
  const ways = useMemo(() => makeWays(tools, tell), [tools])

  useEffect(() => {
    void ways.arrive(takeLink(location, history))
    // a link that is opened while the desk stands open in the same tab loads nothing anew
    const follow = () => {
      const link = takeLink(location, history)
      if (link) void ways.arrive(link)
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [ways])

  const isOpen = opened(access) !== undefined
  useEffect(() => {
    if (!isOpen) return
    return watchIdle({ window, document, now: tools.now }, IDLE_MINUTES, () => tell({ kind: 'lock', why: 'idle' }))
  }, [isOpen, tools])

  return useMemo(
    () => ({
      access,
      ways,
      lock: () => tell({ kind: 'lock', why: 'asked' }),
      signOut: () => tell({ kind: 'leave' }),
      signedOut: () => tell({ kind: 'signedOut', why: 'ended' }),
      changed: profile => tell({ kind: 'profile', profile }),
      drill: () => tell({ kind: 'drill' })
    }),
    [access, ways]
  )
}

/** Reads the link and empties the address at once: a secret that stays there is read over a shoulder, or copied along. */
function takeLink({ hash, pathname }: Location, history: History) {
  const link = readLink(hash)
  if (link) history.replaceState(null, '', pathname)
  return link
}
