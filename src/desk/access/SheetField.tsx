import { useWords } from '#ui/words.ts'

import { Field } from './Fields.tsx'

export interface SheetFieldProps {
  readonly value: string
  readonly onInput: (typed: string) => void
  readonly wrong?: string | undefined
  readonly tries?: number
}

const LENGTH = 28

/** The 28 characters from paper, put into groups of four while they are typed, as they stand there. */
export function SheetField({ value, onInput, wrong, tries = 0 }: SheetFieldProps) {
  const { t } = useWords()
  const left = LENGTH - value.replaceAll(/[\s-]/g, '').length
  return (
    <Field
      label={t('pro.access.drill.code')}
      hint={
        <>
          {t('pro.access.drill.hint')} {value && left > 0 && <b>{t('pro.access.drill.left', { count: left })}</b>}
        </>
      }
      value={value}
      onInput={typed => onInput(grouped(typed, value))}
      max={60}
      wrong={wrong}
      tries={tries}
      class="access__field--sheet"
      required
    />
  )
}

/** Capitals in groups of four. While somebody deletes, or mends in the middle, their text stays as it is. */
export function grouped(typed: string, before: string): string {
  if (typed.length <= before.length || !typed.startsWith(before.trimEnd())) return typed.toUpperCase()
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return (letters.match(/.{1,4}/g) ?? []).join('-')
}
