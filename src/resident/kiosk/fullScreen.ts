/** Whether a page here could fill the screen and does not yet. An installed app does by itself. */
export const canFill = (document: Document): boolean =>
  document.fullscreenEnabled === true && document.fullscreenElement === null

/** Fills the screen. Only inside a tap; a browser that refuses leaves everything as it was. */
export async function fillScreen(document: Document): Promise<void> {
  if (!canFill(document)) return
  await document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined)
}
