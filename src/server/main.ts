import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import pino from 'pino'

import { makePeople } from './accounts/people.ts'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { keepHouse, startHousekeeping } from './housekeeping.ts'
import { type Listening, listen } from './listen.ts'
import { readPages } from './pages/pages.ts'
import { makeStreams } from './queue/streams.ts'
import { openErasedLog } from './storage/erasedLog.ts'
import { openSqlite } from './storage/sqlite.ts'
import { clipFiles } from './voices/files.ts'
import { voices as makeVoices } from './voices/voices.ts'

/** Exit codes as sysexits.h names them. */
const EXIT = { unavailable: 69, cannotCreate: 73, config: 78 }

function giveUp(code: number, ...sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence)
  process.exit(code)
}

// what this server writes is for its own user only
process.umask(0o077)
const now = Date.now
const read = readConfig(process.env)
if ('wrong' in read) giveUp(EXIT.config, 'Waarheen does not start, because of its settings:', ...read.wrong)
const { config } = read

const pages = await readPages(config.distDir)
if (!pages.files.has('/index.html')) {
  giveUp(EXIT.config, `There are no built pages in ${config.distDir}. Run: npm run build`)
}

const storage = await (async () => {
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
    return await openSqlite(join(config.dataDir, 'waarheen.db'), openErasedLog(join(config.dataDir, 'erased.log')))
  } catch (error) {
    return giveUp(EXIT.cannotCreate, `DATA_DIR ${config.dataDir} cannot be used: ${(error as Error).message}`)
  }
})()
await storage.erasing.replay()
const voices = makeVoices(storage.db, clipFiles(join(config.dataDir, 'voices')))
await keepHouse({ storage, voices, now })

const log = pino({ level: config.logLevel, base: null })
const people = await makePeople({ storage, now, config })
const streams = makeStreams({ storage, now, random: Math.random, onSessionEnd: people.onSessionEnd })
const app = createApp({ storage, now, config, people, pages, streams, voices, log: line => log.info(line) })

let listening: Listening
try {
  listening = await listen(app, config)
} catch (error) {
  const { code } = error as NodeJS.ErrnoException
  await storage.close()
  if (code === 'EADDRINUSE') {
    giveUp(EXIT.unavailable, `Port ${config.port} is taken by another program. Choose another: PORT=8081 npm start`)
  }
  giveUp(EXIT.unavailable, `Cannot listen on ${config.host} port ${config.port}: ${(error as Error).message}`)
}
const stopHousekeeping = startHousekeeping({
  storage,
  voices,
  now,
  failed: error => log.warn({ round: 'failed', code: (error as { code?: string }).code })
})

const home = config.origin ?? `http://localhost:${listening.port}`
const lines = ['Waarheen is open.', `  For residents:     ${home}/`, `  For professionals: ${home}/desk/`]
const token = await people.setupToken()
if (token) lines.push('There is no account yet. This link makes the first one, once:', `  ${home}/desk/#setup=${token}`)
console.log(lines.join('\n'))

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  // streams first: they would keep their connections open for ever
  streams.closeAll()
  await listening.stop()
  await stopHousekeeping()
  await storage.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
