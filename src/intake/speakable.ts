import { extras } from './flow.ts'
import { cardLines, type Line, type Value } from './lines.ts'
import { maySay } from './promises.ts'
import { questionOf } from './question.ts'
import { contactOptions, followupOptions, shareOptions, speaksOptions } from './sharing.ts'
import type { Page, Visit } from './visit.ts'

/** One sentence to read aloud: a text key with what fills it, or words of the resident's own. */
export type Spoken =
  | { readonly key: string; readonly values?: Readonly<Record<string, string | number>> }
  | { readonly text: string; readonly lang?: string }

const say = (...keys: readonly string[]): readonly Spoken[] => keys.map(key => ({ key }))

/** The four promises of the welcome page that this place may say. */
export const welcomePromises = ({ setting }: Pick<Visit, 'setting'>): readonly string[] =>
  ['welcome.promiseTest', 'welcome.promiseCheck', 'welcome.promiseBenefit', 'welcome.promiseShare'].filter(key =>
    maySay(key, setting.promises)
  )

/** The lines of "Wat gebeurt er met mijn antwoorden?", one sentence each, only those that are true here. */
export function privacyLines({ setting }: Pick<Visit, 'setting'>): readonly Spoken[] {
  const { device, keepDays, basis, privacyContact, promises } = setting
  const lines: readonly Spoken[] = [
    { key: device === 'tablet' ? 'privacy.l1_kiosk' : 'privacy.l1_phone' },
    ...say('privacy.l2', 'privacy.l3', 'privacy.l4', 'privacy.l5', 'privacy.l6', 'privacy.l7', 'privacy.l8'),
    { key: 'privacy.l9', values: { count: keepDays } },
    ...say('privacy.l9year', 'privacy.l10', 'privacy.l11'),
    { key: basis === 'consent' ? 'privacy.basisConsent' : 'privacy.basisTask' },
    ...(privacyContact ? [{ key: 'privacy.l12', values: { privacyContact } }] : []),
    ...say('privacy.l13')
  ]
  return lines.filter(line => !('key' in line) || maySay(line.key, promises))
}

/** What the confirm page says: who reads it, when it goes, and what the place signed. */
export const confirmLines = ({ setting }: Pick<Visit, 'setting'>): readonly Spoken[] => [
  { key: 'confirm.see' },
  { key: 'confirm.keep', values: { count: setting.keepDays } },
  ...say('confirm.undo', 'confirm.free').filter(line => 'key' in line && maySay(line.key, setting.promises))
]

const spokenValue = (value: Value): readonly Spoken[] =>
  'key' in value ? say(value.key, ...(value.note ? [value.note] : [])) : [value]

/** Lines of a card or a summary, in order, with what is locked said behind it. */
export const spokenLines = (lines: readonly Line[]): readonly Spoken[] =>
  lines.flatMap(line => [
    { key: line.label },
    ...(line.empty ? say('card.empty') : line.values.flatMap(spokenValue)),
    ...say(...(line.locked ? ['card.lockOn'] : []))
  ])

function questionLines(visit: Visit): readonly Spoken[] {
  const question = questionOf(visit)
  if (!question) return []
  const { about, title, help, options, field, notes } = question
  return say(
    ...(about ? [about] : []),
    title,
    help,
    ...options.flatMap(i => (i.hint ? [i.code, i.hint] : [i.code])),
    ...(field ? [field.label] : []),
    ...notes
  )
}

/** What is true at the end. Who called somebody gave us that much, so that we got nothing is not said. */
export function doneSaid({ shared, called, setting }: Pick<Visit, 'shared' | 'called' | 'setting'>): string {
  if (shared) return 'done.body'
  if (setting.device === 'phone') return 'done.alone'
  return called ? 'home.wiped' : 'done.alone_kiosk'
}

const pages: Partial<Record<Page, (visit: Visit) => readonly Spoken[]>> = {
  language: () => say('lang.title'),
  welcome: visit =>
    say(
      'welcome.title',
      'welcome.lead',
      'welcome.time',
      ...welcomePromises(visit),
      'welcome.talk',
      ...(visit.setting.device === 'tablet' ? ['welcome.together'] : []),
      'welcome.more',
      'welcome.age',
      'welcome.start'
    ),
  talk: ({ setting, called }) =>
    setting.device === 'tablet'
      ? say('talk.title', 'talk.body', called ? 'talk.called' : 'talk.call', 'talk.card')
      : [
          ...say('talk.title', 'talk.phone'),
          // the place wrote these, in Dutch
          ...[setting.hours, setting.address].filter(Boolean).map(text => ({ text, lang: 'nl' })),
          ...(setting.telephone ? [{ text: setting.telephone }] : [])
        ],
  privacy: visit => [{ key: 'privacy.title' }, ...privacyLines(visit)],
  card: visit => {
    const lines = cardLines(visit.answers, visit.locks, visit.setting.offSteps)
    const locks = lines.some(i => !i.empty) ? ['card.lockHint'] : []
    return [...say('card.title', 'card.lead', ...locks), ...spokenLines(lines)]
  },
  extra: visit => say('extra.q', 'extra.help', ...extras(visit).map(page => `extra.${page}`), 'extra.no'),
  pick: visit => [
    ...say('share.pick', 'card.lockHint'),
    ...spokenLines(cardLines(visit.answers, visit.locks, visit.setting.offSteps))
  ],
  share: () => say('share.q', 'share.help', ...shareOptions.flatMap(i => [i.code, i.hint]), 'share.pick'),
  contact: visit =>
    say(
      'contact.q',
      'contact.help',
      ...contactOptions(visit),
      ...(visit.contact === 'contact.phone'
        ? ['contact.phoneLabel', 'contact.phoneHelp', 'followup.q', ...followupOptions]
        : [])
    ),
  name: () => say('name.q', 'name.help', 'name.label'),
  speaks: () => say('speaks.q', 'speaks.help', ...speaksOptions),
  confirm: visit => [
    ...say('confirm.title'),
    ...confirmLines(visit),
    ...say('confirm.preview', 'confirm.yes', 'confirm.no')
  ],
  preview: () => say('confirm.preview'),
  code: ({ shared }) => [
    ...say('code.title'),
    ...(shared ? say(shared.code.word, ...shared.code.digits.split('').map(digit => `digit.${digit}`)) : []),
    ...say('code.body', 'code.got', 'code.together')
  ],
  together: () => say('card.title'),
  done: visit => say('done.title', doneSaid(visit), 'done.again')
}

const stop = (visit: Visit): readonly Spoken[] =>
  say('stop.title', 'stop.body', 'stop.wipe', ...(mayMakeCard(visit) ? ['stop.card'] : []), 'stop.go')

const help = say(
  'help.title',
  'welcome.talk',
  'common.stop',
  'lang.change',
  'common.bigger',
  'common.slower',
  'help.person',
  'help.hard',
  'help.talk',
  'help.danger'
)

/** Whether there is a card to make of what was said: one of the ways to stop. */
export const mayMakeCard = ({ shared, page, answers }: Visit): boolean =>
  !shared && page !== 'done' && Object.keys(answers).length > 0

/** The title of the page, or of what lies over it. */
export function headline(visit: Visit): Spoken {
  const title = !visit.overlay && questionOf(visit)?.title
  if (title) return { key: title }
  const { notice: _, ...quiet } = visit
  return speakable(quiet)[0] ?? { key: 'app.title' }
}

/**
 * The sentences of a page in the order in which they stand there, from the same data that the page shows: what reading
 * aloud reads. Help and stop, when they lie over the page, are read instead of it. The name of the place fills
 * `{{place}}` in all of them.
 */
export function speakable(visit: Visit): readonly Spoken[] {
  if (visit.overlay === 'stop') return stop(visit)
  if (visit.overlay === 'help') return help
  const notice: readonly Spoken[] = visit.notice
    ? [
        {
          key: visit.notice.key,
          ...(visit.notice.count === undefined ? {} : { values: { count: visit.notice.count } })
        }
      ]
    : []
  return [...notice, ...(pages[visit.page]?.(visit) ?? questionLines(visit))]
}
