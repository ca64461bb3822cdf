import { type Loaded, load } from './load.ts'
import { aDataDir, aProcess, median, theServer } from './processes.ts'

const ROUNDS = 5
const TIME = 3_000
const CONNECTIONS = 64

/** Durable submissions against an append-only file in the same run, in turns, so that both meet the same machine. */
export async function submissions(): Promise<string[]> {
  const { dir, location, remove } = await aDataDir()
  const ours = await theServer(dir)
  const file = await aProcess('tests/bench/appendOnly.ts')
  const results: { ours: Loaded; file: Loaded }[] = []
  const ask = (port: number, time = TIME) => load({ port, location, connections: CONNECTIONS, time })
  await ask(ours.port, 1_000)
  await ask(file.port, 1_000)
  for (let round = 0; round < ROUNDS; round++) {
    results.push({ file: await ask(file.port), ours: await ask(ours.port) })
  }
  await ours.stop()
  await file.stop()
  remove()

  const of = (pick: (round: (typeof results)[number]) => number) => median(results.map(pick))
  const line = (name: string, which: 'ours' | 'file') => {
    const failed = results.reduce((sum, i) => sum + i[which].failed, 0)
    const [each, p50, p99] = [of(i => i[which].perSecond), of(i => i[which].p50), of(i => i[which].p99)]
    return `${name} ${each.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${failed} failed`
  }
  return [
    line('append-only file, grouped fdatasync:', 'file'),
    line(`submissions, ${CONNECTIONS} connections:     `, 'ours'),
    `ratio ${of(i => i.ours.perSecond / i.file.perSecond).toFixed(2)} (budget 0.50), p99 budget 50 ms`
  ]
}
