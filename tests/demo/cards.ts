import type { JourneyEvent } from '#intake/journey.ts'
import { begin, type Setting, type Visit } from '#intake/visit.ts'
import type { PlaceHere } from '#resident/page.ts'
import { submit, submitTalk } from '#resident/sharing/submit.ts'
import { verifyChain } from '#sealing/card.ts'
import { openStore } from '#store/database.ts'
import { NO_DRAFT } from '#store/draft.ts'
import { aResident, samiraConfirms } from '#tests/intake/aResident.ts'
import { fromBase64url } from '#wire/bytes.ts'
import type { LocationProfile } from '#wire/location.ts'

const MINUTE = 60_000

/** Somebody at the tablet who shares a whole card, in Dutch, and waits in the hall. */
export const samiraHere = (some: Partial<Setting>): Visit => samiraConfirms(some).visit

/** Somebody on their own phone, in English, who says it in their own words and comes back later. */
export function danielInOwnWords(some: Partial<Setting>): Visit {
  const write = (text: string): JourneyEvent => ({ type: 'write', text })
  return aResident({}, begin({ ...aResident(some).visit.setting, device: 'phone' }, 'en'))
    .goesOn(2)
    .says('area.outside', 'area.home')
    .says('area.people', 'area.giving')
    .says('scale.hard')
    .says('scale.ok')
    .taps('direction.other')
    .does(write('Repair bicycles with other people'), { type: 'next' })
    .says('drive.people', 'drive.busy')
    .taps('strength.fix', 'strength.other')
    .does(write('I can build a wheel'), { type: 'next' })
    .says('ask.along')
    .says('step.own')
    .does(write('Walk past the repair café on Thursday'), { type: 'next' })
    .says('when.week')
    .says('with.known')
    .says('sure.yes')
    .goesOn()
    .says('share.card')
    .says('contact.back')
    .does(write('Daniel'), { type: 'next' })
    .says('speaks.same').visit
}

/** Three residents on devices of their own, each sealing and sending with the code that the pages run. */
export async function sendCards(
  { profile, root }: { profile: LocationProfile; root: Uint8Array },
  send: typeof fetch,
  now: () => number
): Promise<void> {
  const verified = await verifyChain(profile.cards.map(fromBase64url), { location: fromBase64url(profile.id), root })
  if ('forged' in verified) throw new Error(`the team card is ${verified.forged}`)
  const here: Pick<PlaceHere, 'card'> = { card: verified.card }
  const setting: Partial<Setting> = { place: profile.place, promises: profile.promises.map(promise => promise.id) }

  const device = async (ago: number) => ({
    // in Node there is no IndexedDB: the store says that it does not last, and the card goes straight to the server
    store: await openStore(),
    fetch: send,
    now: () => now() - ago,
    random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    draftVersion: async () => NO_DRAFT,
    draftTaken: () => {},
    wake: () => {}
  })
  const talking = aResident({}, begin({ ...aResident(setting).visit.setting, device: 'phone' }, 'en')).visit
  const sent = [
    await submit(danielInOwnWords(setting), here, await device(22 * MINUTE)),
    await submitTalk(talking, here, await device(9 * MINUTE)),
    await submit(samiraHere(setting), here, await device(MINUTE))
  ]
  for (const { kind } of sent) if (kind !== 'shared') throw new Error(`a sample card was not shared: ${kind}`)
}
