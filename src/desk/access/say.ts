import type { Words } from '#i18n/words.ts'

import type { Trouble } from './ways.ts'

/** What one page says to some troubles, by their code, instead of the general words. */
export type Sayings = Readonly<Record<string, string>>

export function codeOf(trouble: Trouble): string {
  return typeof trouble === 'string' ? trouble : trouble.refused
}

const general: Sayings = {
  offline: 'pro.access.trouble.offline',
  unavailable: 'pro.access.trouble.offline',
  'storage-full': 'pro.access.trouble.full',
  'wrong-password': 'pro.access.trouble.password',
  'not-signed-in': 'pro.access.trouble.ended',
  'no-storage': 'pro.access.device.noStorage',
  'wrong-letters': 'pro.access.drill.letters',
  'wrong-checksum': 'pro.access.drill.checksum',
  'other-sheet': 'pro.access.drill.other'
}

/** A trouble in words for the person who met it. It never says who exists, or which half was wrong. */
export function say({ t }: Words, trouble: Trouble, sayings: Sayings = {}): string {
  const code = codeOf(trouble)
  if (code === 'too-many') {
    const count = typeof trouble === 'object' ? trouble.retryAfter : undefined
    return count ? t('pro.access.trouble.tooMany', { count }) : t('pro.access.trouble.tooManyNow')
  }
  return t(sayings[code] ?? general[code] ?? 'pro.access.trouble.other')
}
