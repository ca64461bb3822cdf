// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { careOf, type Tablet } from '#desk/tablets/care.ts'
import { toBase64url } from '#wire/bytes.ts'

import { aDesk, dutch } from './aDesk.tsx'

afterEach(cleanup)
const { t } = dutch
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const id = (letter: string) => `${letter.repeat(21)}A`

const aTablet = (more: Partial<Tablet> = {}, now = Date.now()): Tablet => ({
  id: id('T'),
  name: 'Tablet bij het raam',
  enrolledAt: now - 2 * DAY,
  revokedAt: null,
  lastSeenAt: now - MINUTE,
  waiting: 0,
  oldestAt: null,
  parked: 0,
  version: 'abcd1234',
  ...more
})

/** The page of the team, on which the tablets stand. */
async function onTeamPage(...tablets: Tablet[]) {
  const desk = await aDesk(async server => {
    server.tablets.now = { tablets, links: [] }
  })
  fireEvent.click(await screen.findByRole('button', { name: t('pro.queue.team') }))
  const panel = await screen.findByRole('region', { name: t('pro.tablets.title') })
  return { ...desk, panel }
}

describe('a tablet needs a hand', () => {
  // a Wednesday
  const now = new Date(2026, 6, 22, 12).getTime()
  const friday = new Date(2026, 6, 17, 12).getTime()
  test.each<[string, Partial<Tablet>, ReturnType<typeof careOf>, number?]>([
    ['not while all is well', {}, undefined],
    ['not while a card waits for hours', { waiting: 1, oldestAt: now - 23 * HOUR }, undefined],
    ['when a card waits for more than a day', { waiting: 1, oldestAt: now - DAY - MINUTE }, 'old'],
    ['when a card was refused for good', { parked: 1 }, 'parked'],
    ['when nothing was heard for a day', { lastSeenAt: now - DAY - MINUTE }, 'quiet'],
    ['when nothing was ever heard', { lastSeenAt: null }, 'quiet'],
    ['not on Sunday, when nobody was there to turn it on', { lastSeenAt: friday }, undefined, friday + 2 * DAY],
    ['not on Monday morning either', { lastSeenAt: friday }, undefined, friday + 3 * DAY - HOUR],
    ['but on Monday after a day without a word', { lastSeenAt: friday }, 'quiet', friday + 3 * DAY + HOUR],
    ['not for a day without a word once it is revoked', { revokedAt: now, lastSeenAt: now - 2 * DAY }, undefined],
    ['but for what waits on it', { revokedAt: now - HOUR, oldestAt: now - DAY - MINUTE }, 'old'],
    ['as long as somebody may have it', { revokedAt: now - HOUR, parked: 1, lastSeenAt: now - 15 * DAY }, undefined]
  ])('%s', (_, more, care, at = now) => {
    expect(careOf(aTablet(more, now), at)).toBe(care)
  })
})

describe('a professional sees of each tablet', () => {
  test('how many cards wait and since when, its version and its last contact', async () => {
    const oldestAt = Date.now() - 20 * MINUTE
    const { panel } = await onTeamPage(aTablet({ waiting: 3, oldestAt, parked: 0 }))
    const entry = (await within(panel).findByText('Tablet bij het raam')).closest('li')!
    expect(entry.textContent).toContain(`3 wachten sinds ${dutch.time(oldestAt)}`)
    expect(entry.textContent).toContain('versie abcd1234')
    expect(entry.textContent).toContain('Laatste contact: 1 min')
    expect(entry.className).not.toContain('care')
  })

  test('in the colour of a promise that a card waits too long, and on every page that one needs a hand', async () => {
    const { panel, server } = await onTeamPage(aTablet({ waiting: 1, oldestAt: Date.now() - 25 * HOUR }))
    const entry = (await within(panel).findByText('Tablet bij het raam')).closest('li')!
    expect(entry.className).toContain('entry--care')
    expect(entry.textContent).toContain(t('pro.tablets.care.old'))
    fireEvent.keyDown(document.body, { key: 'Escape' })
    await screen.findByText(t('pro.tablets.strip', { count: 1 }))
    // the cards got through, and every open desk hears of it
    server.tablets.now = { tablets: [aTablet()], links: [] }
    server.tell({ kind: 'team' })
    await expect.poll(() => screen.queryByText(t('pro.tablets.strip', { count: 1 }))).toBeNull()
  })
})

describe('a coordinator', () => {
  test('makes a tablet: the link carries place, key and token, and makes way once the tablet is there', async () => {
    const { panel, server, team } = await onTeamPage()
    await within(panel).findByText(t('pro.tablets.none'))
    fireEvent.input(within(panel).getByLabelText(t('pro.tablets.name')), { target: { value: 'Tablet bij de deur' } })
    fireEvent.click(within(panel).getByRole('button', { name: t('pro.tablets.make') }))
    const link = await within(panel).findByLabelText<HTMLInputElement>(
      t('pro.tablets.linkFor', { name: 'Tablet bij de deur' }),
      { selector: 'input' }
    )
    const root = toBase64url(team.root.slice(0, 16))
    expect(link.value).toBe(`https://waarheen.test/k/${team.location}#r=${root}&t=${'C'.repeat(43)}`)
    server.tablets.now = { tablets: [aTablet({ name: 'Tablet bij de deur', lastSeenAt: null })], links: [] }
    server.tell({ kind: 'team' })
    await within(panel).findByText(t('pro.tablets.made', { name: 'Tablet bij de deur' }))
    expect(link.isConnected).toBe(false)
  })

  test('revokes one after being asked once, and it stands among the revoked', async () => {
    const { panel, server } = await onTeamPage(aTablet({ waiting: 2, oldestAt: Date.now() - HOUR }))
    const entry = (await within(panel).findByText('Tablet bij het raam')).closest('li')!
    fireEvent.click(within(entry).getByRole('button', { name: /^Trek in/ }))
    expect(server.asked).not.toContain(`DELETE /v1/desk/tablets/${id('T')}`)
    within(entry).getByText(t('pro.tablets.revokeMeans'))
    fireEvent.click(within(entry).getByRole('button', { name: t('pro.tablets.revoke') }))
    await within(panel).findByText(t('pro.tablets.gone'))
    expect(server.asked).toContain(`DELETE /v1/desk/tablets/${id('T')}`)
  })
})
