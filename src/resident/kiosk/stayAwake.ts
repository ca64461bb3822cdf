/**
 * Keeps the screen on for as long as the page is seen, where the browser can (Wake Lock; a low battery refuses it). The
 * browser takes the lock away whenever the page is out of sight, and Safari gives none before the page was touched.
 */
export function stayAwake(navigator: Navigator, document: Document): void {
  let lock: WakeLockSentinel | undefined
  const ask = async () => {
    if (document.visibilityState !== 'visible' || lock?.released === false) return
    try {
      lock = await navigator.wakeLock?.request('screen')
    } catch {
      // the tablet's own settings decide then
    }
  }
  document.addEventListener('visibilitychange', () => void ask())
  document.addEventListener('click', () => void ask())
  void ask()
}
