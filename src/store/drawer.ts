/** The five compartments of this device's one database. */
export const compartments = ['draft', 'outbox', 'place', 'receipts', 'keyring'] as const
export type Compartment = (typeof compartments)[number]

/** Storage that cannot keep what it is given: the disk is full, or there is no (longer a) database. */
export type Trouble = 'full' | 'missing'

/** What a task may do inside its one transaction. It must await nothing else, or the transaction closes under it. */
export interface Hands {
  get(name: Compartment, key: string): Promise<unknown>
  all(name: Compartment): Promise<unknown[]>
  put(name: Compartment, key: string, value: unknown): Promise<unknown>
  delete(name: Compartment, key: string): Promise<unknown>
}

/**
 * One transaction: all of the task, or nothing of it. It resolves when the bytes are safe (strict durability).
 * A connection that the browser closed is opened again and the task runs a second time, so a task must give
 * the same result when its first run was in fact committed.
 */
export interface Drawer {
  /** False when everything goes with the page: then nothing may be called "bewaard". */
  readonly lasting: boolean
  work<T>(
    names: readonly Compartment[],
    mode: 'readonly' | 'readwrite',
    task: (hands: Hands) => Promise<T>
  ): Promise<T | Trouble>
  close(): void
}

export const isTrouble = (value: unknown): value is Trouble => value === 'full' || value === 'missing'
