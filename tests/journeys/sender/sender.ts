import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'

import type { Sender } from './page.ts'

/** The built pages with one more beside them, `/sender.html`; the folder to give the server as `DIST_DIR`. */
export async function distWithSender(): Promise<string> {
  const dist = mkdtempSync(join(tmpdir(), 'waarheen-dist-'))
  cpSync('dist', dist, { recursive: true })
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: { sender: resolve('tests/journeys/sender/page.ts') }, output: { format: 'iife' } }
    }
  })) as Rolldown.RolldownOutput
  writeFileSync(join(dist, 'sender.js'), built.output[0].code)
  writeFileSync(join(dist, 'sender.html'), '<!doctype html><title>sender</title><script src="/sender.js"></script>')
  return dist
}

/** A tab on that page. */
export async function aSender(browser: BrowserContext, origin: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`${origin}/sender.html`)
  await page.waitForFunction(() => 'sender' in window)
  return page
}

/** What `Sender` offers, from outside. */
export const ask = <K extends keyof Sender>(
  page: Page,
  what: K,
  ...given: Parameters<Sender[K]>
): Promise<Awaited<ReturnType<Sender[K]>>> =>
  page.evaluate(
    ([name, values]) => (window.sender[name as K] as (...all: unknown[]) => unknown)(...(values as unknown[])),
    [what, given] as const
  ) as Promise<Awaited<ReturnType<Sender[K]>>>

/** Makes Chromium fire `sync` in the worker, as it does by itself once the network is back. */
export async function sync(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>(resolve =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(one => one.scopeURL.startsWith(origin) && !one.isDeleted)
      if (ours) resolve(ours.registrationId)
    })
  )
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  await session.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag: 'outbox', lastChance: false })
  await session.detach()
}
