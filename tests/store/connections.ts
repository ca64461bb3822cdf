import { vi } from 'vitest'

type Transaction = (this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) => IDBTransaction
const transaction = Reflect.get(IDBDatabase.prototype, 'transaction') as Transaction

/** Does what iOS does under memory pressure: so many times the open connection is dead, without an event. */
export function closeConnections(times: number) {
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (times-- > 0) throw new DOMException('The database connection is closing.', 'InvalidStateError')
    return transaction.apply(this, args)
  })
}

/** Lets the next write be committed, and tells the page the opposite. */
export function breakAfterCommit() {
  let broken = false
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const tx = transaction.apply(this, args)
    if (broken || args[1] !== 'readwrite') return tx
    broken = true
    const listen = tx.addEventListener.bind(tx)
    let fail = () => {}
    const intercept = (type: string, listener: () => void) => {
      if (type === 'abort') {
        fail = listener
        tx.addEventListener = listen
      }
      listen(type, type === 'complete' ? () => fail() : listener)
    }
    tx.addEventListener = intercept as typeof tx.addEventListener
    return tx
  })
}
