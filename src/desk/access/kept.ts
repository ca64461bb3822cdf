import type { DeviceRecord } from '#sealing/device.ts'
import type { Keyring } from '#store/keyring.ts'

import type { Kept } from './session.ts'

/** One record for each person: colleagues may share the computer at the counter, never a key. */
const nameOf = (member: string) => `device:${member}`

/** This person's device in this browser. Nothing when there is none, or when what is there is not one. */
export async function readKept(keyring: Keyring, member: string): Promise<Kept | undefined> {
  const found = (await keyring.get(nameOf(member))) as Partial<Kept> | undefined
  if (!found || !isBytes(found.root, 32) || !Number.isSafeInteger(found.epoch)) return undefined
  return isRecord(found.record) ? { record: found.record, root: found.root, epoch: found.epoch! } : undefined
}

export function writeKept(keyring: Keyring, member: string, kept: Kept) {
  return keyring.put(nameOf(member), kept)
}

export function forgetKept(keyring: Keyring, member: string) {
  return keyring.forget(nameOf(member))
}

function isRecord(value: unknown): value is DeviceRecord {
  const record = value as Partial<DeviceRecord> | undefined
  return (
    isBytes(record?.id, 16) &&
    isBytes(record.publicKey, 65) &&
    isBytes(record.iv, 12) &&
    record.wrapped instanceof Uint8Array &&
    typeof record.localKey === 'object'
  )
}

function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length
}
