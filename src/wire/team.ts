import * as z from 'zod/mini'

import { LocationDetails, SignedPromise } from './location.ts'
import { bytes, id, line, time, upToBytes } from './primitives.ts'

export const roles = ['coordinator', 'professional'] as const
export type Role = (typeof roles)[number]

const password = z.string().check(z.minLength(12), z.maxLength(200))
const email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(120))

/** `POST /v1/desk/setup` and `POST /v1/desk/invites/accept`: a one-time secret from a link makes one account. */
export const NewAccount = z.strictObject({ token: bytes(32), name: line(60), email, password })
export type NewAccount = z.infer<typeof NewAccount>

/** `POST /v1/desk/reset`: the link that `reset-password.ts` prints on the server sets a new password, once. 204. */
export const PasswordReset = z.strictObject({ token: bytes(32), password })
export type PasswordReset = z.infer<typeof PasswordReset>

/** `POST /v1/desk/sign-in`. */
export const SignIn = z.strictObject({ email, password: z.string().check(z.maxLength(200)) })
export type SignIn = z.infer<typeof SignIn>

/** A fresh proof of who you are, asked for before keys are handed out. */
export const FreshProof = z.strictObject({ password: z.string().check(z.maxLength(200)) })
export type FreshProof = z.infer<typeof FreshProof>

/** `GET /v1/desk/me`. */
export const Me = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  /** Null during first run, until the location is made. */
  location: z.nullable(id)
})
export type Me = z.infer<typeof Me>

/** For whom a bundle of team keys is sealed. Issue of `person` bundles comes with passkeys. */
export const recipientKinds = ['device', 'person', 'recovery'] as const

/** Team keys sealed to one recipient and signed by the team (`sealing/bundle.ts`), base64url. */
export const Bundle = z.strictObject({
  recipient: z.enum(recipientKinds),
  recipientId: id,
  epoch: z.int(),
  bundle: upToBytes(4096)
})
export type Bundle = z.infer<typeof Bundle>

/** A desk's browser, known by its public key. */
export const NewDevice = z.strictObject({ id, name: line(60), publicKey: bytes(65) })
export type NewDevice = z.infer<typeof NewDevice>

/** `POST /v1/desk/devices` and `POST /v1/desk/devices/{id}/share` (with FreshProof): the server's half of the lock. */
export const ServerShare = z.strictObject({ share: bytes(32) })
export type ServerShare = z.infer<typeof ServerShare>

/** `POST /v1/desk/location` (first run, once): all at once, so that a half-made location cannot exist. */
export const NewLocation = z.strictObject({
  id,
  details: LocationDetails,
  promises: z.array(SignedPromise).check(z.maxLength(5)),
  /** Card 0 of the chain. */
  card: upToBytes(400),
  /** The public key of the recovery sheet, and the hash of the proof that it was typed back. */
  recovery: z.strictObject({ publicKey: bytes(65), proofHash: bytes(32) }),
  bundles: z.array(Bundle).check(z.minLength(2), z.maxLength(2))
})
export type NewLocation = z.infer<typeof NewLocation>

/** `POST /v1/desk/recovery/drill` and `POST /v1/desk/recovery/bundle`: only who holds the sheet knows this proof. */
export const RecoveryProof = z.strictObject({ proof: bytes(32) })
export type RecoveryProof = z.infer<typeof RecoveryProof>

/** `PUT /v1/desk/location`: new details and promises; unsigned lines are left out. */
export const LocationChange = z.strictObject({
  details: LocationDetails,
  promises: z.array(SignedPromise).check(z.maxLength(5))
})
export type LocationChange = z.infer<typeof LocationChange>

/** `POST /v1/desk/invites` by a coordinator. */
export const NewInvite = z.strictObject({ name: line(60), role: z.enum(roles) })
export type NewInvite = z.infer<typeof NewInvite>

/** The secret is shown once; the server keeps its hash. Valid for `expiresAt`. */
export const Invite = z.strictObject({ token: bytes(32), expiresAt: time })
export type Invite = z.infer<typeof Invite>

/** `PUT /v1/desk/devices/{id}/bundle`: a colleague lets a device in, after comparing 20 digits. */
export const Approval = z.strictObject({
  bundle: upToBytes(4096),
  epoch: z.int(),
  password: z.string().check(z.maxLength(200))
})
export type Approval = z.infer<typeof Approval>

/** `GET /v1/desk/devices/{id}/bundle`: null until somebody approves. */
export const BundleAnswer = z.strictObject({ bundle: z.nullable(z.string()), epoch: z.nullable(z.int()) })
export type BundleAnswer = z.infer<typeof BundleAnswer>

export const Device = z.strictObject({
  id,
  name: z.string(),
  publicKey: bytes(65),
  member: z.string(),
  createdAt: time,
  lastSeenAt: z.nullable(time),
  /** `waiting` for a colleague's approval, `trusted`, or `revoked`. */
  state: z.enum(['waiting', 'trusted', 'revoked'])
})
export type Device = z.infer<typeof Device>

/** `GET /v1/desk/team`. */
export const Team = z.strictObject({
  members: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(roles), active: z.boolean() })),
  devices: z.array(Device),
  invites: z.array(z.strictObject({ name: z.string(), role: z.enum(roles), expiresAt: time })),
  /** How many devices and people can open cards: below two, the desk urges for a second. */
  holders: z.int()
})
export type Team = z.infer<typeof Team>
