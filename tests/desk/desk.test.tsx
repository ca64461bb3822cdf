// @vitest-environment happy-dom
import { toBase64url } from '#wire/bytes.ts'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'

import { aDesk, dutch } from './aDesk.tsx'
import { anItem, aSummary, inQueue, random } from './aTeam.ts'

afterEach(cleanup)
const { t } = dutch
const MINUTE = 60_000
const mo = { id: 'mo', name: 'Mohamed' }
const column = (key: string) => screen.getByRole('region', { name: t(key) })
const code = (digits: string) => ({ word: 'codeWord.bicycle' as const, digits })
const press = (key: string) => fireEvent.keyDown(document.body, { key })

test('a card that arrives appears by itself and rings once, also for who is behind a lock, without a word of it', async () => {
  const { server, team, rang, lock } = await aDesk()
  await screen.findByText(t('pro.queue.empty'))
  server.put(await inQueue(team, aSummary(Date.now() - MINUTE, { code: code('482') })))
  const item = await within(column('pro.queue.hereNow')).findByRole('button', { name: /^Fiets 482 Samira$/ })
  expect(screen.getByRole('alert').textContent).toBe(t('pro.queue.bell'))
  await waitFor(() => expect(rang()).toBe(1))
  expect(document.title).not.toMatch(/Samira|482/)

  lock(true)
  await screen.findByText('op slot')
  expect(item.isConnected).toBe(false)
  expect(document.body.textContent).not.toMatch(/Samira|Fiets/)
  server.put(await inQueue(team, aSummary(Date.now(), { scope: 'talk', name: 'Yonas' })))
  await waitFor(() => expect(rang()).toBe(2))
  expect(document.body.textContent).not.toContain('Yonas')

  lock(false)
  await screen.findAllByText('Yonas')
  expect(within(column('pro.queue.hereNow')).getAllByRole('listitem')).toHaveLength(2)
})

test('a claim by a colleague takes the card out of "Nu hier" and silences the bell', async () => {
  const { server, team } = await aDesk()
  await screen.findByText(t('pro.queue.empty'))
  const item = await inQueue(team, aSummary(Date.now()))
  server.put(item)
  await screen.findByText(t('pro.queue.bell'))
  server.put({ ...item, state: 'claimed', owner: mo, version: 2 })
  await within(column('pro.queue.team')).findByText(t('pro.state.claimed', { name: 'Mohamed' }))
  expect(screen.queryByText(t('pro.queue.bell'))).toBeNull()
})

test('who claims second hears the name of who was first', async () => {
  const { server, team } = await aDesk(async (post, its) => {
    post.items.set('x', await inQueue(its, aSummary(Date.now() - 90 * MINUTE, { code: code('001') })))
  })
  const [item] = server.items.values()
  server.items.clear()
  server.put(item!)
  fireEvent.click(await screen.findByRole('button', { name: /^Fiets 001/ }))
  // the colleague was a moment earlier, and the news has not come yet
  server.items.set(item!.id, { ...item!, state: 'claimed', owner: mo, version: 2 })
  fireEvent.click(await screen.findByRole('button', { name: t('pro.action.take') }))
  await screen.findByText(t('pro.said.heldBy', { name: 'Mohamed' }))
  expect(screen.queryByRole('button', { name: t('pro.action.take') })).toBeNull()
  expect(team.location).toHaveLength(22)
})

test('what was said of the last click, with the code of a card, does not stay on a locked screen', async () => {
  const { server, team, lock } = await aDesk()
  await screen.findByText(t('pro.queue.empty'))
  server.put(await inQueue(team, aSummary(Date.now() - 90 * MINUTE, { code: code('001') })))
  fireEvent.click(await screen.findByRole('button', { name: /^Fiets 001/ }))
  fireEvent.click(await screen.findByRole('button', { name: t('pro.action.take') }))
  await screen.findByText(t('pro.said.claimed', { code: 'Fiets 001' }))
  lock(true)
  await screen.findByText('op slot')
  await waitFor(() => expect(document.body.textContent).not.toContain('Fiets 001'))
})

test('a version that changed meanwhile shows both, keeps the chosen outcome, and can be done all the same', async () => {
  const me = { id: 'me', name: 'Fatma' }
  const { server } = await aDesk(async (post, team) => {
    const item = await inQueue(team, aSummary(Date.now(), { code: code('002') }), { state: 'claimed', owner: me })
    post.items.set(item.id, item)
  })
  fireEvent.click(await screen.findByRole('button', { name: /^Fiets 002/ }))
  fireEvent.click(await screen.findByRole('button', { name: t('pro.action.close') }))
  fireEvent.click(screen.getByLabelText(t('pro.close.appointment')))
  const [item] = server.items.values()
  server.items.set(item!.id, { ...item!, version: 7 })
  fireEvent.click(screen.getByRole('button', { name: t('pro.action.close') }))
  const sheet = await screen.findByRole('complementary', { name: t('pro.changed.title') })
  expect(sheet.textContent).toContain(t('pro.close.appointment'))
  fireEvent.click(within(sheet).getByRole('button', { name: t('pro.changed.again') }))
  await screen.findByRole('button', { name: t('pro.action.reopen') })
  expect(server.items.get(item!.id)?.outcome).toBe('appointment')
})

test('a card that cannot be opened, one that is no summary and one of a newer app do not hinder the others', async () => {
  await aDesk(async (post, team) => {
    const at = Date.now()
    const put = (id: string, envelope: string) => post.items.set(id, { ...anItem(id, at), envelope })
    const fresh = () => toBase64url(random(16))
    const ids = [fresh(), fresh(), fresh(), fresh()]
    put(ids[0]!, toBase64url(random(4252)))
    put(ids[1]!, await team.close(new TextEncoder().encode('{"v":1,"name":"Samira"}'), ids[1]!))
    put(ids[2]!, await team.close(new TextEncoder().encode('{"v":2}'), ids[2]!))
    // one resident's envelope under another's id
    put(ids[3]!, await team.close(new TextEncoder().encode('{"v":2}'), ids[2]!))
    const good = await inQueue(team, aSummary(at, { code: code('003') }))
    post.items.set(good.id, good)
  })
  await screen.findByRole('button', { name: /^Fiets 003/ })
  expect(screen.getAllByRole('button', { name: t('pro.board.unreadable') })).toHaveLength(3)
  expect(screen.getAllByRole('button', { name: t('pro.board.newer') })).toHaveLength(1)
})

test('without network the cards stay readable, with the time, and claiming says why it waits', async () => {
  const { server } = await aDesk(async (post, team) => {
    const item = await inQueue(team, aSummary(Date.now() - 5 * MINUTE, { code: code('004') }))
    post.items.set(item.id, item)
  })
  await screen.findByRole('button', { name: /^Fiets 004/ })
  server.cut()
  await screen.findByText(/^Geen internet\. Je leest de kaarten van \d\d:\d\d\./)
  await screen.findByText(/^sinds \d\d:\d\d$/)
  fireEvent.click(screen.getByRole('button', { name: /^Fiets 004/ }))
  const take = await screen.findByRole('button', { name: t('pro.action.take') })
  expect(take.getAttribute('aria-disabled')).toBe('true')
  expect(document.getElementById(take.getAttribute('aria-describedby')!)?.textContent).toBe(t('pro.action.offlineWhy'))
  fireEvent.click(take)
  press('c')
  expect(server.asked.filter(question => question.startsWith('POST'))).toEqual([])

  server.mend()
  await waitFor(() => expect(take.getAttribute('aria-disabled')).toBe('false'))
  // reading is noted once the network is back, once for this visit to the card
  await waitFor(() => expect(server.asked.filter(question => question.endsWith('/opened'))).toHaveLength(1))
  await screen.findByText(t('pro.card.openedBy', { names: 'jou' }))
})

test('a resident who takes the card back while it is being read leaves no word of it', async () => {
  const { server } = await aDesk(async (post, team) => {
    const item = await inQueue(team, aSummary(Date.now(), { code: code('005') }))
    post.items.set(item.id, item)
  })
  fireEvent.click(await screen.findByRole('button', { name: /^Fiets 005/ }))
  await screen.findByText('Samira')
  server.drop([...server.items.keys()][0]!)
  await screen.findByRole('heading', { name: t('pro.card.gone') })
  expect(document.body.textContent).not.toContain('Samira')
})

test('a professional walks the board by keys: j and k, Enter, c, / and Esc', async () => {
  const { server } = await aDesk(async (post, team) => {
    for (const [minutes, digits] of [
      [90, '111'],
      [80, '222']
    ] as const) {
      const item = await inQueue(team, aSummary(Date.now() - minutes * MINUTE, { code: code(digits) }))
      post.items.set(item.id, item)
    }
  })
  const first = await screen.findByRole('button', { name: /^Fiets 111/ })
  press('j')
  expect(document.activeElement).toBe(first)
  press('j')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Fiets 222/ }))
  press('k')
  press('c')
  await within(column('pro.queue.mine')).findByRole('button', { name: /^Fiets 111/ })
  expect([...server.items.values()].filter(({ state }) => state === 'claimed')).toHaveLength(1)

  press('/')
  const find = screen.getByRole('searchbox')
  expect(document.activeElement).toBe(find)
  fireEvent.input(find, { target: { value: 'fiets 2' } })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(t('pro.board.found', { count: 1 }))
  // what is typed is typed: no key acts
  fireEvent.keyDown(find, { key: 'c' })
  fireEvent.keyDown(find, { key: 'Escape' })
  await within(column('pro.state.new')).findByRole('button', { name: /^Fiets 222/ })
  press('?')
  expect(document.activeElement?.textContent).toBe(t('pro.help.title'))
  press('Escape')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a professional erases a card at the resident’s request, after one question', async () => {
  const { server } = await aDesk(async (post, team) => {
    const item = await inQueue(team, aSummary(Date.now(), { code: code('006') }))
    post.items.set(item.id, item)
  })
  fireEvent.click(await screen.findByRole('button', { name: /^Fiets 006/ }))
  fireEvent.click(await screen.findByRole('button', { name: t('pro.action.erase') }))
  expect(server.items.size).toBe(1)
  fireEvent.click(screen.getByRole('button', { name: t('pro.erase.yes') }))
  await screen.findByText(t('pro.said.erased'))
  expect(server.items.size).toBe(0)
  expect(document.body.textContent).not.toContain('Samira')
})

test('an invite is made on the open desk, and carries the whole hash of the team behind the #', async () => {
  const { team } = await aDesk()
  fireEvent.click(await screen.findByRole('button', { name: t('pro.queue.team') }))
  fireEvent.input(await screen.findByLabelText(t('pro.team.name')), { target: { value: 'Joke' } })
  fireEvent.click(screen.getByRole('button', { name: t('pro.team.makeLink') }))
  const link = await screen.findByDisplayValue(/#invite=/)
  const { hash, pathname } = new URL((link as HTMLInputElement).value)
  expect(pathname).toBe('/desk/')
  expect(new URLSearchParams(hash.slice(1)).get('r')).toBe(toBase64url(team.root))
})
