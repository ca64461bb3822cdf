import { desks } from './desks.ts'
import { pages } from './pages.ts'
import { queuePage } from './queuePage.ts'
import { rings } from './rings.ts'
import { submissions } from './submissions.ts'

/** Figures for people, against architecture.md 5. Nothing here fails: a slow machine is no mistake. */
const benches: Record<string, () => Promise<string[]>> = {
  submissions,
  pages,
  queuePage: () => queuePage(),
  desk: () => desks(1),
  desks: () => desks(500),
  rings
}

const wanted = process.argv.slice(2)
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const line of await run()) console.log(line)
}
