import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { build } from 'vite'

import { aProfile } from './browser.ts'
import { aServer } from './server.ts'

/** The check that runs in Node as `tests/sealing/vectors.test.ts`, as one script for a browser. */
async function asScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: resolve('tests/sealing/rfc9180.ts'), name: 'rfc9180', formats: ['iife'] }
    }
  })
  const [{ output }] = result as unknown as [{ output: [{ code: string }] }]
  return output[0].code
}

test('a browser gives every known answer of RFC 9180 A.3, under our own policy', async () => {
  const server = await aServer()
  const profile = aProfile()
  try {
    const browser = await profile.open()
    const page = await browser.newPage()
    await page.goto(server.url)
    const script = await asScript()
    const vectors = readFileSync('tests/vectors/rfc9180-p256-aes128gcm.json', 'utf8')
    const { checked, differences } = (await page.evaluate(`(async () => { ${script}
      return rfc9180.checkVectors(${vectors}) })()`)) as { checked: number; differences: string[] }
    expect(differences).toEqual([])
    expect(checked).toBe(11)
    await browser.close()
  } finally {
    profile.remove()
    await server.remove()
  }
})
