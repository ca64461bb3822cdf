import { toBase64url } from '#wire/bytes.ts'

import { deskHand } from './deskHand.ts'
import type { Walk } from './walk.ts'

const secret = toBase64url(new Uint8Array(32))

/** Where the desk does not open: links that are not whole, unknown or new, a tablet, no network, another key. */
export const deadEnds: Walk = {
  name: 'dead ends of the desk',
  side: 'desk',
  size: 'laptop',
  async go({ place, language, open, tablet }, look) {
    const desk = `${new URL(place.phoneLink).origin}/desk/`
    const page = await open()
    const begin = async (address: string, refuse?: string) => {
      await page.goto('about:blank')
      await page.unrouteAll()
      if (refuse) await page.route(refuse, route => route.abort())
      const hand = deskHand(page, language)
      await hand.goto(address)
      return hand
    }
    const broken = await begin(`${desk}#invite=abc`)
    await broken.at('pro.access.link.broken')
    await look('link, not whole', broken.page)

    const reset = await begin(`${desk}#reset=${secret}`)
    await reset.at('pro.access.reset.title')
    await look('a new password', reset.page)
    await reset.fill('pro.access.reset.password', 'kort')
    await reset.send()
    await reset.page.getByText(reset.t('pro.access.account.short')).waitFor()
    await look('a new password, too short', reset.page)
    await reset.fill('pro.access.reset.password', 'een lange zin om mee te openen')
    await reset.send()
    await reset.at('pro.access.link.unknown')
    await look('link, unknown', reset.page)

    const offline = await begin(desk, '**/v1/desk/me')
    await offline.at('pro.access.checking.offlineTitle')
    await look('no network', offline.page)

    const kiosk = deskHand(await tablet(), language)
    await kiosk.goto(desk)
    await kiosk.at('pro.access.kiosk.title')
    await look('a tablet of residents', kiosk.page)

    const forged = await begin(desk)
    await forged.page.route(`**/v1/locations/${place.id}`, route =>
      route.fulfill({ json: { ...place.profile, cards: [secret] } })
    )
    await forged.fill('pro.access.signIn.email', place.email)
    await forged.fill('pro.access.signIn.password', place.password)
    await forged.send()
    await forged.at('pro.access.forged.title')
    await look('another key', forged.page)
  }
}
