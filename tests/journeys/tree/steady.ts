import { codeWords } from '#intake/codes.ts'

import { word } from '../resident.ts'

const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'
const codes = codeWords.map(key => word('nl', 'resident', key)).join('|')

/** One of the sentences that a volunteer can record. */
const sentence = String.raw`\n +- listitem:\n +- .*`

/** What is other at each run, and what stands for it in the files. */
const stable: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(?:${codes}) \\d{3}\\b`, 'g'), 'Huis 123'],
  [new RegExp(`\\b\\d{1,2} (?:${months}) \\d{4}`, 'g'), '1 mei 2026'],
  [/\b\d{1,2}:\d{2}\b/g, '12:34'],
  [/(text: |gezien: |contact: |nu hier |Gemaakt )(?:net|\d+ (?:min|uur)(?: geleden)?)(?!\w)/g, '$1net'],
  [/Over \d+ seconden/g, 'Over 30 seconden'],
  // addresses, what is secret in them, and which build this is
  [/localhost:\d+/g, 'localhost'],
  [/\/([kl])\/[\w-]{22}/g, '/$1/plek'],
  [/#[\w=&-]{20,}/g, '#geheim'],
  [/(definition: )"?[0-9a-f]{8}"?$/gm, '$1versie'],
  [/listitem "\d \d \d \d": "?\d{4}"?/g, 'listitem "1 2 3 4": "1234"'],
  [/(?:[0-9A-Z]{4}[ -]+){6}[0-9A-Z]{4}/g, 'herstelcode'],
  [/(- listitem: )"?[0-9A-Z]{4}"?$/gm, '$1A1B2'],
  // every sentence of a language on one page would change with each of them
  [/(\d van )\d{3,}(?=$| klaar)/gm, '$1alle'],
  [new RegExp(`((?:${sentence}){3})(?:${sentence}){99,}`), '$1\n      - listitem: …'],
  [/\bChrome, \w+/g, 'Chrome, computer']
]

/** The tree of a page without what is other at each run. */
export const steady = (tree: string): string => stable.reduce((said, [what, by]) => said.replace(what, by), tree)
