import type { Words } from '#i18n/words.ts'

/** "18 nov": on the board a year would be noise, because nothing is kept longer than one. */
const shortDate = (at: number, language: string) =>
  new Intl.DateTimeFormat(`${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`, {
    day: 'numeric',
    month: 'short'
  }).format(at)

const day = (at: number) => new Date(at).setHours(0, 0, 0, 0)

/** When something came in, as briefly as a person would say it: "net", "12 min geleden", "10:40", "gisteren", "18 nov". */
export function when(at: number, now: number, { t, time, language }: Words): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return t('pro.board.justNow')
  if (minutes < 60) return t('pro.queue.since', { time: t('pro.board.minutes', { count: minutes }) })
  if (day(at) === day(now)) return time(at)
  // noon of the day before, whatever the clock did that night
  return day(day(now) - 12 * 3_600_000) === day(at) ? t('pro.board.yesterday') : shortDate(at, language)
}

/** "12 min" that somebody waits; without network the screen says since when, because it may be old. */
export function waited(since: number, now: number, live: boolean, { t, time }: Words): string {
  if (!live) return t('pro.board.sinceTime', { time: time(since) })
  const minutes = Math.max(0, Math.floor((now - since) / 60_000))
  return minutes === 0 ? t('pro.board.now') : t('pro.board.minutes', { count: minutes })
}

export function wasHere(at: number, now: number, { t, time, language }: Words): string {
  return day(at) === day(now)
    ? t('pro.board.wasHere', { time: time(at) })
    : t('pro.board.wasHereDay', { date: shortDate(at, language) })
}
