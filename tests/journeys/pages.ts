import { deadEnds } from './pages/dead.ts'
import { demo } from './pages/demo.ts'
import { day } from './pages/desk.ts'
import { enrolling } from './pages/enrolling.ts'
import { firstRun } from './pages/firstRun.ts'
import { residentWalks } from './pages/residents.ts'
import { statement } from './pages/statement.ts'
import type { Walk } from './pages/walk.ts'

/**
 * Every page and state of resident and desk, as walks that lead past them. A new page gets its look here, and is then
 * measured and photographed with the others.
 */
export const walks: readonly Walk[] = [...residentWalks, enrolling, firstRun, day, deadEnds, demo, statement]
