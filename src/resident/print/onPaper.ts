import type { Answers } from '#intake/answers.ts'
import { cardLines, type Line, type Value } from '#intake/lines.ts'
import type { Visit } from '#intake/visit.ts'

export interface PaperLine {
  readonly id: Line['id']
  /** Text key. */
  readonly label: string
  readonly values: readonly Value[]
}

export interface OnPaper {
  /** Where to. Without values when nothing was chosen; absent when it is for the resident alone. */
  readonly sky?: PaperLine
  readonly drive?: PaperLine
  readonly step?: PaperLine
  readonly lines: readonly PaperLine[]
  /** What the wheel may show: a closed lock closes there too. */
  readonly wheel: Answers
  /** What is locked, and what never leaves the device. */
  readonly onlyMe: readonly PaperLine[]
}

/** Where each line of the card stands on paper. */
export function onPaper({ answers, locks, setting }: Pick<Visit, 'answers' | 'locks' | 'setting'>): OnPaper {
  const said = cardLines(answers, locks, setting.offSteps).filter(line => line.under === undefined)
  const part = ({ id, label, locked, values }: Line, own: boolean): PaperLine[] => {
    const kept = values.filter(value => own === (Boolean(locked) || ('key' in value && value.onlyMe === true)))
    return kept.length > 0 || (id === 'direction' && !locked && !own) ? [{ id, label, values: kept }] : []
  }
  const open = said.flatMap(line => part(line, false))
  const find = (id: Line['id']) => open.find(line => line.id === id)
  const sky = find('direction')
  const drive = find('drive')
  const step = find('step')
  const { good, change, scale, ...rest } = answers
  return {
    ...(sky && { sky }),
    ...(drive && { drive }),
    ...(step && { step }),
    lines: open.filter(line => line !== sky && line !== drive && line !== step),
    wheel: {
      ...rest,
      ...(good && !locks.good ? { good } : {}),
      ...(change && !locks.change ? { change, ...(scale ? { scale } : {}) } : {})
    },
    onlyMe: said.flatMap(line => part(line, true))
  }
}
