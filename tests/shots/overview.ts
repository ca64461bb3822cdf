import { readFileSync, writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'

import { smaller } from './smaller.ts'

/** Tablet, phone and desk side by side, on the look's own landscape. */
export async function overview(browser: Browser, folder: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 640 }, deviceScaleFactor: 1.5 })
  const page = await context.newPage()
  const image = (name: string) =>
    `<img class="${name}" src="data:image/png;base64,${readFileSync(`${folder}/${name}.png`, 'base64')}" alt="">`
  await page.setContent(`<style>${readFileSync('src/ui/tokens.css', 'utf8')}
    body { margin: 0; block-size: 640px; position: relative; overflow: hidden; background: var(--waarheen-color-ground) }
    .sky { position: absolute; inset: 0 0 auto; block-size: 250px; background: var(--waarheen-color-sky);
      border-block-end: 4px solid var(--waarheen-color-ink); overflow: hidden }
    .goal { position: absolute; inset: 40px 300px auto auto; inline-size: 250px; block-size: 250px;
      border: 4px solid var(--waarheen-color-ink); border-radius: 46% 54% 52% 48%/58% 54% 46% 42%;
      background: var(--waarheen-color-path) }
    img { position: absolute; border: 4px solid var(--waarheen-color-ink); background: var(--waarheen-color-ink) }
    .question { inline-size: 360px; inset: 56px auto auto 40px; border-radius: 24px 18px 26px 20px }
    .desk-card { inline-size: 720px; inset: 120px 36px auto auto; border-radius: 18px 14px 20px 16px }
    .phone { inline-size: 184px; inset: auto auto 26px 322px; border-radius: 24px 20px 26px 22px }
    </style><div class="sky"><div class="goal"></div></div>${['desk-card', 'question', 'phone'].map(image).join('')}`)
  await page.waitForFunction(() => [...document.images].every(image => image.complete))
  writeFileSync(`${folder}/overview.png`, smaller(await page.screenshot()))
  await context.close()
}
