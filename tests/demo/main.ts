/** `npm run demo`: the whole product on this machine, in a folder that goes when it stops. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readConfig } from '#server/config.ts'
import { readPages } from '#server/pages/pages.ts'

import { type Demo, startDemo } from './start.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'waarheen-demo-'))
const forget = () => rmSync(dataDir, { recursive: true, force: true })

function giveUp(...sentences: string[]): never {
  forget()
  for (const sentence of sentences) console.error(sentence)
  process.exit(1)
}

const read = readConfig({ ...process.env, DATA_DIR: dataDir })
if ('wrong' in read) giveUp('The demo does not start, because of its settings:', ...read.wrong)
const { config } = read

const pages = await readPages(config.distDir)
if (!pages.files.has('/index.html')) giveUp(`There are no built pages in ${config.distDir}. Run: npm run demo`)

let demo: Demo
try {
  demo = await startDemo(config, pages)
} catch (error) {
  if ((error as { code?: string }).code !== 'EADDRINUSE') {
    forget()
    throw error
  }
  giveUp(`Port ${config.port} is taken by another program. Choose another: PORT=8081 npm run demo`)
}
console.log(`Waarheen, om te proberen. Open:\n\n  ${demo.address}\n`)
console.log('Ctrl+C stopt, en dan is alles van deze proef weg.')

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await demo.stop()
  forget()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
