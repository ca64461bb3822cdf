import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readConfig } from '#server/config.ts'

import { startDemo } from '../../demo/start.ts'
import type { Walk } from './walk.ts'

/** What a newcomer sees of the whole product in a minute. */
export const demo: Walk = {
  name: 'the demo',
  side: 'desk',
  size: 'laptop',
  async go({ language, open }, look) {
    const dataDir = mkdtempSync(join(tmpdir(), 'waarheen-demo-'))
    const read = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' })
    if ('wrong' in read) throw new Error(read.wrong.join('\n'))
    const running = await startDemo(read.config, { files: new Map(), sums: {} })
    try {
      const page = await open()
      const home = new URL(language === 'nl' ? '' : `${language}/`, running.address)
      await page.goto(home.href)
      await look('all ways in', page)
      await page.goto(new URL('server/', home).href)
      await page.locator('.pair').nth(2).waitFor()
      await look('what the server sees', page)
      await page.goto(new URL('pictures/ti/', home).href)
      await page.locator('.looked').first().waitFor()
      await look('the pictures', page)
    } finally {
      await running.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
