import type { LocationDetails, SignedPromise } from '#wire/location.ts'
import { type Device, Me } from '#wire/team.ts'

import { ask, type Refused } from '../ask.ts'
import { approve, turnAway } from './approve.ts'
import { arrive, goneDevice, isGone, settle } from './arrive.ts'
import { addDevice, digitsOf, isLetIn, knownOf } from './device.ts'
import { found, type Founding, prepare } from './founding.ts'
import { forgetKept } from './kept.ts'
import type { Link } from './link.ts'
import { recover, typeBack, type WrongSheet } from './recover.ts'
import type { AccessEvent, Kept, Known, Locked, NewDevice, Open, Placed, Waiting } from './session.ts'
import type { Tools } from './tools.ts'
import { type Shut, unlock } from './unlock.ts'

/** Why a page stays where it is; nothing means that it went on. */
export type Trouble = Refused | Shut | WrongSheet | 'wrong-password' | 'no-storage'
type Tried = Promise<Trouble | undefined>

/** Everything a page can do. Each tells the machine where we stand now, or says what is wrong. */
export type Ways = ReturnType<typeof makeWays>

export function makeWays(tools: Tools, tell: (event: AccessEvent) => void) {
  const { fetch } = tools
  const goOn = (event: AccessEvent): Trouble | undefined => {
    if (event.kind === 'trouble') return { refused: event.trouble }
    tell(event)
    return undefined
  }
  const opened = (open: Open | Trouble, drill = false): Trouble | undefined => {
    if (typeof open !== 'object' || 'refused' in open) return open
    tell({ kind: 'opened', open, drill })
    return undefined
  }

  return {
    async arrive(link: Link | undefined): Promise<void> {
      tell({ kind: 'again' })
      tell(await arrive(tools, link))
    },

    async signIn(email: string, password: string): Tried {
      const me = await ask(fetch, { method: 'POST', path: '/v1/desk/sign-in', body: { email, password }, answer: Me })
      return 'refused' in me ? me : goOn(await settle(tools, me.ok, { password }))
    },

    /** A one-time link makes one account, and signs it in. The chain of an invite is checked before anything else. */
    async account(
      link: Link & { kind: 'setup' | 'invite' },
      who: { name: string; email: string; password: string }
    ): Tried {
      const path = link.kind === 'setup' ? '/v1/desk/setup' : '/v1/desk/invites/accept'
      const me = await ask(fetch, { method: 'POST', path, body: { token: link.token, ...who }, answer: Me })
      if ('refused' in me) return me
      const event = await settle(tools, me.ok, link.kind === 'invite' ? { pin: link.root } : {})
      // the account is there and the link is used up: the way on is to look again, not to send the form again
      tell(event.kind === 'trouble' ? { kind: 'again' } : event)
      if (event.kind === 'trouble') tell(event)
      return undefined
    },

    async resetPassword(token: string, password: string): Tried {
      const answer = await ask(fetch, { method: 'POST', path: '/v1/desk/reset', body: { token, password } })
      return 'refused' in answer ? answer : goOn({ kind: 'signedOut', why: 'reset' })
    },

    /** First run: the keys of a place that is about to be. */
    prepare: (): Promise<Founding> => prepare(tools.now()),

    async found(
      me: Me,
      founding: Founding,
      details: LocationDetails,
      promises: readonly SignedPromise[],
      device?: Kept
    ): Promise<{ device?: Kept; trouble: Trouble } | undefined> {
      const made = await found(tools, me, founding, details, promises, device)
      if (!('open' in made)) return made
      opened(made.open, true)
      return undefined
    },

    async typeBack(typed: string): Tried {
      const typedBack = await typeBack(tools, typed)
      if (typeof typedBack === 'string' || 'refused' in typedBack) return typedBack
      tell({ kind: 'profile', profile: typedBack.profile })
      return undefined
    },

    async addDevice(placed: Placed & { epoch?: number }, name: string): Tried {
      const kept = await addDevice(tools, placed.me.id, { root: placed.root, epoch: placed.epoch ?? 0 }, name)
      if (kept === 'no-storage' || 'refused' in kept) return kept
      const known = knownOf(placed, kept)
      return goOn({ kind: 'waits', known, digits: await digitsOf(known) })
    },

    /** Looks whether a colleague has let this device in. Asked again and again while the digits are on the screen. */
    async look(waiting: Waiting): Tried {
      const letIn = await isLetIn(tools, waiting.deviceId)
      if (letIn === true) return goOn({ kind: 'ready', known: waiting, why: 'approved' })
      if (letIn === false) return undefined
      return isGone(letIn) ? goOn(await goneDevice(tools, waiting)) : letIn
    },

    async unlock(locked: Locked, password: string): Tried {
      const open = await unlock(tools, locked, password)
      if (open === 'not-yet') return goOn({ kind: 'waits', known: locked, digits: await digitsOf(locked) })
      if (open === 'forged') return goOn({ kind: 'forged', me: locked.me })
      return isGone(open) ? goOn(await goneDevice(tools, locked)) : opened(open)
    },

    async recover(from: NewDevice | Waiting | Locked, typed: string, password: string): Tried {
      const open = await recover(tools, from, typed, password)
      if (open === 'forged') return goOn({ kind: 'forged', me: from.me })
      return isGone(open) ? goOn(await goneDevice(tools, from)) : opened(open)
    },

    /** What lies in this browser does not fit together: forget it, and let this browser in as a new one. */
    async startOver(known: Known): Promise<void> {
      await forgetKept(tools.keyring, known.me.id)
      tell({ kind: 'deviceless', placed: known })
    },

    /** Ends the session only. The wrapped key stays for tomorrow, as useless to the next person as it was before. */
    async switchPerson(): Tried {
      const answer = await ask(fetch, { method: 'POST', path: '/v1/desk/sign-out' })
      if ('refused' in answer && answer.refused !== 'not-signed-in') return answer
      return goOn({ kind: 'signedOut' })
    },

    /** Signs out and forgets this device, here and on the server. */
    async signOut({ me, deviceId }: Known): Tried {
      const gone = await turnAway(tools, deviceId)
      const answer = await ask(fetch, { method: 'POST', path: '/v1/desk/sign-out' })
      // offline: the server would still know us, so nothing has been left yet
      if (gone !== 'gone' && gone.refused !== 'not-signed-in') return gone
      if ('refused' in answer && answer.refused !== 'not-signed-in') return answer
      await forgetKept(tools.keyring, me.id)
      return goOn({ kind: 'signedOut', why: 'left' })
    },

    async letIn(open: Open, device: Device, password: string): Tried {
      const answer = await approve(tools, open, device, password)
      return answer === 'let-in' ? undefined : answer
    },

    async turnAway(device: Device): Tried {
      const answer = await turnAway(tools, device.id)
      return answer === 'gone' ? undefined : answer
    },

    tell: (event: { kind: 'recover' | 'back' | 'leave' | 'drill' } | { kind: 'lock'; why: 'idle' | 'asked' }) =>
      tell(event)
  }
}
