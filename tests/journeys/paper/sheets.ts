import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'

/** The built pages with one more beside them, `/paper.html`; the folder to give the server as `DIST_DIR`. */
export async function distWithPaper(): Promise<string> {
  const dist = mkdtempSync(join(tmpdir(), 'waarheen-dist-'))
  cpSync('dist', dist, { recursive: true })
  const own = join(dist, 'paper')
  await build({
    configFile: false,
    logLevel: 'error',
    base: '/paper/',
    publicDir: false,
    build: {
      outDir: own,
      rolldownOptions: {
        input: { paper: resolve('tests/journeys/paper/page.tsx') },
        output: { entryFileNames: 'paper.js', assetFileNames: '[name][extname]' }
      }
    }
  })
  const styles = readdirSync(own).filter(file => file.endsWith('.css'))
  writeFileSync(
    join(dist, 'paper.html'),
    `<!doctype html><html lang="nl"><meta charset="utf-8"><title>paper</title>${styles
      .map(file => `<link rel="stylesheet" href="/paper/${file}">`)
      .join('')}<div id="table"></div><script type="module" src="/paper/paper.js"></script>`
  )
  return dist
}

/** Our font is optional and may miss its moment on a busy machine; a wider one may need a second sheet. */
export const inOurLetters = (page: Page) =>
  page.addInitScript(() => {
    const face = new FontFace('Waarheen', 'url(/fonts/waarheen-latin.woff2)', { weight: '400 700' })
    document.fonts.add(face)
    void face.load()
  })

/** Sizes of the pages in what comes out of the printer, millimetres. */
export async function printed(page: Page): Promise<{ width: number; height: number }[]> {
  await page.evaluate(() => document.fonts.ready)
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)]
  const mm = (points: string | undefined) => Math.round((Number(points) * 25.4) / 72)
  return pages.map((_, i) => ({ width: mm(boxes[i]?.[1]), height: mm(boxes[i]?.[2]) }))
}

export const A4 = { width: 210, height: 297 }

/** Looks at the page as the printer gets it, and leaves it as it was. */
export async function onPaper<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  try {
    return await look()
  } finally {
    await page.emulateMedia({ media: null })
    await page.setViewportSize(size)
  }
}

/** What is wrong with the sheets on paper, one line each: higher than an A4, small letters, text cut off or outside. */
export const sheetFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    const sheets = [...document.querySelectorAll('.paper, .byhand')].filter(it => it.checkVisibility())
    if (sheets.length === 0) faults.push('no sheet')
    for (const sheet of sheets) {
      const paper = sheet.getBoundingClientRect()
      if (paper.height > (paper.width * 297) / 210) faults.push(`higher than an A4: ${Math.round(paper.height)}`)
      const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const { textContent, parentElement: it } = texts.currentNode
        if (!it || !textContent?.trim() || !it.checkVisibility() || it.closest('svg')) continue
        const said = textContent.trim().slice(0, 30)
        // 14 points
        if (Number.parseFloat(getComputedStyle(it).fontSize) < 18.66) faults.push(`small letters: ${said}`)
        const range = document.createRange()
        range.selectNodeContents(texts.currentNode)
        for (const { left, right, top, bottom } of range.getClientRects()) {
          const out = left < paper.left || right > paper.right || top < paper.top || bottom > paper.bottom
          if (out) faults.push(`outside the sheet: ${said}`)
        }
        for (let at: Element | null = it; at && at !== document.body; at = at.parentElement) {
          if (getComputedStyle(at).overflow !== 'visible') faults.push(`can be cut off: ${said} by .${at.className}`)
        }
      }
    }
    return faults
  })

/** How many points of the picture of this page have a colour; black, white and grey have none. */
export async function colours(page: Page): Promise<number> {
  const picture = (await page.screenshot({ fullPage: true })).toString('base64')
  // a page of its own: the policy of ours lets no picture in from outside
  const bare = await page.context().newPage()
  const found = await bare.evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data: points } = context.getImageData(0, 0, image.width, image.height)
    let coloured = 0
    for (let i = 0; i < points.length; i += 4) {
      const [red, green, blue] = [points[i]!, points[i + 1]!, points[i + 2]!]
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 8) coloured++
    }
    return coloured
  }, picture)
  await bare.close()
  return found
}
