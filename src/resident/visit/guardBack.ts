/**
 * The browser's Back does what "Terug" does. One guard entry, put back each time it is used, without a state: what
 * stands in the history reaches the disk. Gives a function that takes the guard away.
 */
export function guardBack(window: Window, onBack: () => void): () => void {
  const guard = () => window.history.pushState(null, '')
  const back = () => {
    guard()
    onBack()
  }
  guard()
  window.addEventListener('popstate', back)
  return () => window.removeEventListener('popstate', back)
}
