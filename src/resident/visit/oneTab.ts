/**
 * One visit at a time on this device. Resolves when this tab may go on; `onTaken` is called when another tab has the
 * visit, and then the promise resolves as soon as that one is closed. Without Web Locks (Safari 15.3 and older) every
 * tab goes on.
 */
export function oneTab(locks: LockManager | undefined, onTaken: () => void): Promise<void> {
  if (!locks) return Promise.resolve()
  return new Promise(resolve => {
    let mine = false
    const clock = setTimeout(() => !mine && onTaken(), 600)
    void locks.request('visit', () => {
      mine = true
      clearTimeout(clock)
      resolve()
      // held until the page goes
      return new Promise<never>(() => undefined)
    })
  })
}
