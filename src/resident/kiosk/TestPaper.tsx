import { begin, type Visit } from '#intake/visit.ts'
import type { LocationProfile } from '#wire/location.ts'

import { settingOf } from '../place/setting.ts'
import { Paper } from '../print/Paper.tsx'

/** Somebody who does not exist, with a bit of everything, so that pictures, lines and folds can be looked at. */
const answers: Visit['answers'] = {
  good: ['area.home', 'area.people'],
  change: ['area.learning'],
  scale: { 'area.learning': 'scale.ok' },
  direction: ['direction.people'],
  drive: ['drive.people'],
  strength: ['strength.cook'],
  ask: ['ask.along'],
  step: 'step.people_coffee',
  when: 'when.week',
  with: 'with.team'
}

/** A card of nobody on paper: does the printer of this tablet work, and does it fold well? */
export function TestPaper({ profile, at }: { profile: LocationProfile; at: number }) {
  const visit = { ...begin(settingOf(profile, 'tablet')), answers }
  return <Paper visit={visit} profile={profile} at={at} code={{ word: 'codeWord.tree', digits: '000' }} />
}
