import type { DeviceRecord } from '#sealing/device.ts'
import type { TeamKeys } from '#sealing/keys.ts'
import type { LocationProfile } from '#wire/location.ts'
import type { Me } from '#wire/team.ts'

import type { Refused } from '../ask.ts'
import type { Link } from './link.ts'

/** What this browser keeps of a professional's device, under their own name in the keyring. */
export interface Kept {
  readonly record: DeviceRecord
  /** SHA-256 of team card 0, 32 bytes: from the invite, or as first seen. */
  readonly root: Uint8Array
  /** The newest epoch seen: an older chain is refused. */
  readonly epoch: number
}

/** Somebody who is signed in, at a place whose chain of cards was verified. */
export interface Placed {
  readonly me: Me
  readonly profile: LocationProfile
  /** 32 bytes. */
  readonly root: Uint8Array
}

/** The same in a browser that has a device key. `deviceId` is base64url. */
export interface Known extends Placed {
  readonly kept: Kept
  readonly deviceId: string
}

export interface Open extends Known {
  readonly at: 'open'
  readonly keys: TeamKeys
}

export interface Locked extends Known {
  readonly at: 'locked'
  /** Why: the day begins, nobody touched it, somebody asked, or a colleague just let this device in. */
  readonly why: 'start' | 'idle' | 'asked' | 'approved'
}

export interface Waiting extends Known {
  readonly at: 'waiting'
  /** 20 digits in 5 groups. */
  readonly digits: string
}

export interface NewDevice extends Placed {
  readonly at: 'newDevice'
  /** The device of this browser was taken away. */
  readonly revoked: boolean
}

/** Where a desk stands between a stranger's browser and open cards. Keys are in `open` and what keeps it: nowhere else. */
export type Access =
  | { readonly at: 'checking'; readonly trouble?: Refused['refused'] | undefined }
  | { readonly at: 'kiosk' }
  | { readonly at: 'signedOut'; readonly why?: 'ended' | 'left' | 'reset' | undefined }
  | { readonly at: 'link'; readonly link: Link }
  | { readonly at: 'setUp'; readonly me: Me }
  | { readonly at: 'forged'; readonly me: Me }
  | NewDevice
  | Waiting
  | { readonly at: 'recover'; readonly from: NewDevice | Waiting | Locked }
  | Locked
  | Open
  | {
      readonly at: 'drill'
      readonly open: Open
      /** Just made: the sheet is not typed back yet. */ readonly first: boolean
    }
  | { readonly at: 'leaving'; readonly from: Open | Locked }

export type AccessEvent =
  | { readonly kind: 'again' }
  | { readonly kind: 'trouble'; readonly trouble: Refused['refused'] }
  | { readonly kind: 'kiosk' }
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'signedOut'; readonly why?: 'ended' | 'left' | 'reset' | undefined }
  | { readonly kind: 'unplaced'; readonly me: Me }
  | { readonly kind: 'forged'; readonly me: Me }
  | { readonly kind: 'deviceless'; readonly placed: Placed; readonly revoked?: boolean }
  | { readonly kind: 'waits'; readonly known: Known; readonly digits: string }
  | { readonly kind: 'ready'; readonly known: Known; readonly why: Locked['why'] }
  | { readonly kind: 'opened'; readonly open: Open; readonly drill?: boolean }
  | { readonly kind: 'lock'; readonly why: 'idle' | 'asked' }
  | { readonly kind: 'recover' }
  | { readonly kind: 'drill' }
  | { readonly kind: 'profile'; readonly profile: LocationProfile }
  | { readonly kind: 'leave' }
  | { readonly kind: 'back' }

/** One step. An event that has no meaning where we stand changes nothing. */
export function step(access: Access, event: AccessEvent): Access {
  switch (event.kind) {
    case 'again':
      return { at: 'checking' }
    case 'trouble':
      return access.at === 'checking' ? { at: 'checking', trouble: event.trouble } : access
    case 'kiosk':
      return { at: 'kiosk' }
    case 'link':
      return { at: 'link', link: event.link }
    case 'signedOut':
      return { at: 'signedOut', why: event.why }
    case 'unplaced':
      return { at: 'setUp', me: event.me }
    case 'forged':
      return { at: 'forged', me: event.me }
    case 'deviceless':
      return { at: 'newDevice', ...placed(event.placed), revoked: event.revoked ?? false }
    case 'waits':
      return { at: 'waiting', ...known(event.known), digits: event.digits }
    case 'ready':
      return { at: 'locked', ...known(event.known), why: event.why }
    case 'opened':
      return event.drill ? { at: 'drill', open: event.open, first: true } : event.open
    case 'lock':
      return lock(access, event.why)
    case 'recover':
      return access.at === 'newDevice' || access.at === 'waiting' || access.at === 'locked'
        ? { at: 'recover', from: access }
        : access
    case 'drill':
      return access.at === 'open' ? { at: 'drill', open: access, first: false } : access
    case 'profile':
      if (access.at === 'open') return { ...access, profile: event.profile }
      return access.at === 'drill' ? { ...access, open: { ...access.open, profile: event.profile } } : access
    case 'leave':
      return access.at === 'open' || access.at === 'locked' ? { at: 'leaving', from: access } : access
    case 'back':
      if (access.at === 'drill') return access.open
      return access.at === 'recover' || access.at === 'leaving' ? access.from : access
  }
}

/** Whose keys are in memory now, if anybody's. */
export function opened(access: Access): Open | undefined {
  if (access.at === 'open') return access
  if (access.at === 'drill') return access.open
  return access.at === 'leaving' && access.from.at === 'open' ? access.from : undefined
}

function lock(access: Access, why: Locked['why']): Access {
  const open = opened(access)
  return open ? { at: 'locked', ...known(open), why } : access
}

// picked by name, so that keys can never come along with a spread
function placed({ me, profile, root }: Placed): Placed {
  return { me, profile, root }
}

function known({ me, profile, root, kept, deviceId }: Known): Known {
  return { me, profile, root, kept, deviceId }
}
