import { codeWords } from '#intake/codes.ts'
import { steps } from '#intake/flow.ts'
import { menus } from '#intake/menu.ts'
import { contactOptions, followupOptions } from '#intake/sharing.ts'
import { aSetting } from '#tests/intake/aResident.ts'

const told = { setting: aSetting(), answers: {} }

/** Every answer that can be tapped, and every word of a code: each needs a picture. */
export const optionCodes: readonly string[] = [
  ...new Set([
    ...steps.flatMap(step => step.options(told).map(i => i.code)),
    ...Object.values(menus).flat(),
    ...contactOptions(told),
    ...followupOptions,
    ...codeWords
  ])
]
