import { enrolTablet } from '../../builders/place.ts'
import { word } from '../resident.ts'
import type { Walk } from './walk.ts'

const t = (key: string, values = {}) => word('nl', 'resident', key, values)

/** Staff make a tablet of a browser, and what stands in their way. It speaks Dutch until somebody chooses. */
export const enrolling: Walk = {
  name: 'a tablet is set up',
  side: 'resident',
  size: 'tablet',
  once: true,
  async go({ place, open }, look) {
    const page = await open()
    const at = (key: string) => page.getByRole('heading', { name: t(key), exact: true }).waitFor()
    const field = (key: string) => page.getByLabel(t(key), { exact: true })
    const make = () => page.getByRole('button', { name: t('enrol.do') }).click()

    const link = await enrolTablet(place)
    await page.goto(link)
    await field('enrol.code').waitFor()
    await look('a code for staff', page)
    await make()
    await page.getByText(t('enrol.codeWrong')).waitFor()
    await look('a code for staff, too short', page)
    await field('enrol.code').fill('2468')
    await field('enrol.again').fill('2486')
    await make()
    await page.getByText(t('enrol.codeDiffers')).waitFor()
    await look('a code for staff, not the same', page)
    await page.route('**/v1/tablets', route => route.abort())
    await field('enrol.again').fill('2468')
    await make()
    await page.getByText(t('enrol.offline')).waitFor()
    await look('a code for staff, without network', page)
    await page.unroute('**/v1/tablets')
    await make()
    await at('enrol.ready')
    await look('the tablet is ready', page)
    await page.getByRole('button', { name: t('enrol.start'), exact: true }).click()

    await page.goto(await enrolTablet(place, 'Tablet bij de deur'))
    await page.getByText(t('enrol.already', { name: 'Tablet bij het raam' })).waitFor()
    await look('a tablet that is one already', page)

    const other = await open()
    await other.goto(place.tabletLink)
    await other.locator('label[for="tap-go"]').click()
    await other.getByRole('heading', { name: t('place.link_title') }).waitFor()
    await look('a tablet without a link', other)
    await other.goto(link)
    for (const key of ['enrol.code', 'enrol.again']) await other.getByLabel(t(key), { exact: true }).fill('2468')
    await other.getByRole('button', { name: t('enrol.do') }).click()
    await other.getByRole('heading', { name: t('place.used_title') }).waitFor()
    await look('a link that was used', other)

    const swapped = await open()
    await swapped.route(`**/v1/locations/${place.id}`, route =>
      route.fulfill({ json: { ...place.profile, cards: [place.profile.cards[0]!.replace(/^.{40}/, 'A'.repeat(40))] } })
    )
    await swapped.goto(link)
    await swapped.getByRole('heading', { name: t('place.swapped_title') }).waitFor()
    await look('another key than the link says', swapped)
  }
}
