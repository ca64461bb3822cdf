/** Keeps the screen on for as long as the page is seen, where the browser can (Wake Lock; a low battery refuses it). */
export function stayAwake(navigator: Navigator, document: Document): void {
  const ask = async () => {
    if (document.visibilityState !== 'visible') return
    try {
      await navigator.wakeLock?.request('screen')
    } catch {
      // the tablet's own settings decide then
    }
  }
  // the browser takes the lock away whenever the page is out of sight
  document.addEventListener('visibilitychange', () => void ask())
  void ask()
}
