import { cardLines, type Line, type Value } from '#intake/lines.ts'
import type { Visit } from '#intake/visit.ts'

export interface PaperLine {
  /** Text key. */
  readonly label: string
  readonly values: readonly Value[]
}

export interface OnPaper {
  readonly sky?: PaperLine
  readonly drive?: PaperLine
  readonly step?: PaperLine
  readonly lines: readonly PaperLine[]
  /** What is locked, and what never leaves the device. */
  readonly onlyMe: readonly PaperLine[]
  /** So much was said that values must stand beside each other to stay on one sheet. */
  readonly dense: boolean
}

/** More values than this do not fit under each other beside the wheel. */
const ROOMY = 9

/** Where each line of the card stands on paper. */
export function onPaper({ answers, locks, setting }: Pick<Visit, 'answers' | 'locks' | 'setting'>): OnPaper {
  const said = cardLines(answers, locks, setting.offSteps).filter(line => !line.empty && line.under === undefined)
  const part = (line: Line, keep: (own: boolean) => boolean): PaperLine[] => {
    const values = line.values.filter(value => keep(Boolean(line.locked) || ('key' in value && value.onlyMe === true)))
    return values.length > 0 ? [{ label: line.label, values }] : []
  }
  const open = said.flatMap(line => part(line, own => !own).map(shown => ({ id: line.id, ...shown })))
  const find = (id: Line['id']) => open.find(line => line.id === id)
  const sky = find('direction')
  const drive = find('drive')
  const step = find('step')
  const lines = open.filter(line => line !== sky && line !== drive && line !== step)
  return {
    ...(sky && { sky }),
    ...(drive && { drive }),
    ...(step && { step }),
    lines,
    onlyMe: said.flatMap(line => part(line, own => own)),
    dense: lines.reduce((sum, line) => sum + line.values.length, 0) > ROOMY
  }
}
