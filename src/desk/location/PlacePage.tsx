import './page.css'

import { useWords } from '#ui/words.ts'
import { LocationDetails, LocationProfile, type SignedPromise } from '#wire/location.ts'
import { useEffect, useRef, useState } from 'preact/hooks'

import { DetailsFields } from '../access/DetailsFields.tsx'
import { PromiseLines } from '../access/PromiseLines.tsx'
import { ask } from '../ask.ts'
import type { PagesProps } from '../Pages.tsx'
import { useKeys } from '../shell/keys.ts'
import { refusal } from '../useActs.ts'
import { BlankCard } from './BlankCard.tsx'
import { detailsOf, wrongDetails } from './details.ts'
import { Doors } from './Doors.tsx'
import { Questions } from './Questions.tsx'
import { Reading } from './Reading.tsx'
import { VoicesPanel } from './VoicesPanel.tsx'

export type PlacePageProps = Pick<
  PagesProps,
  'world' | 'me' | 'root' | 'place' | 'link' | 'say' | 'onBack' | 'onDrill' | 'onVoices'
>

/** What residents and the poster say about this place, and the promises that stand behind it. */
export function PlacePage(props: PlacePageProps) {
  const { world, me, root, place, link, say } = props
  const { t } = useWords()
  const { profile } = place
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useKeys({ Escape: props.onBack })
  const [details, setDetails] = useState<LocationDetails>(detailsOf(profile))
  const [promises, setPromises] = useState<readonly SignedPromise[]>(profile.promises)
  const [wrong, setWrong] = useState<readonly (keyof LocationDetails)[]>([])
  const [busy, setBusy] = useState(false)
  const [base, setBase] = useState(profile)
  const changed = JSON.stringify([details, promises]) !== JSON.stringify([detailsOf(base), base.promises])
  const adopt = (from: LocationProfile) => {
    setBase(from)
    setDetails(detailsOf(from))
    setPromises(from.promises)
  }
  useEffect(() => {
    // what somebody is typing here stays; what a colleague saved shows as soon as nothing is being typed
    if (!changed) adopt(profile)
  }, [profile])
  const can = changed && link.live && !busy

  const save = async () => {
    const mistakes = wrongDetails(details)
    setWrong(mistakes)
    if (mistakes.length > 0) return say({ key: 'pro.place.mistakes', no: true })
    setBusy(true)
    const answer = await ask(world.fetch, {
      method: 'PUT',
      path: '/v1/desk/location',
      body: { details, promises },
      answer: LocationProfile
    })
    setBusy(false)
    if (!('ok' in answer)) return say(refusal(answer))
    place.onProfile(answer.ok)
    adopt(answer.ok)
    say({ key: 'pro.said.saved' })
  }

  return (
    <main class="page" id="main" tabIndex={-1}>
      <h1 ref={title} tabIndex={-1}>
        <bdi>{profile.place}</bdi>
      </h1>
      {root && <Doors profile={profile} root={root} origin={world.origin} />}
      <BlankCard profile={profile} say={say} />
      {me.role === 'coordinator' && <VoicesPanel onOpen={props.onVoices} />}
      {me.role === 'coordinator' ? (
        <form
          class="page__columns"
          onSubmit={event => {
            event.preventDefault()
            if (can) void save()
          }}
        >
          <section class="panel" aria-labelledby="details">
            <h2 id="details">{t('pro.place.details')}</h2>
            <DetailsFields details={details} onChange={setDetails} wrong={wrong} />
          </section>
          <div>
            <section class="panel" aria-labelledby="promises">
              <h2 id="promises">{t('pro.promise.title')}</h2>
              <PromiseLines promises={promises} onChange={setPromises} signer={me.name} now={world.now} />
            </section>
            <Questions details={details} onChange={setDetails} />
          </div>
          <p class="page__save">
            <button type="submit" class={can ? 'btn btn--primary' : 'btn btn--not'} aria-disabled={!can}>
              {t('pro.place.save')}
            </button>
            <span class="hint">
              {!link.live ? t('pro.action.offlineWhy') : changed ? t('pro.place.unsaved') : t('pro.place.asSaved')}
            </span>
          </p>
        </form>
      ) : (
        <Reading profile={profile} />
      )}
      {profile.practice && me.role === 'coordinator' && (
        <section class="panel" aria-labelledby="practice">
          <h2 id="practice">{t('pro.place.practice')}</h2>
          <p>{t('pro.place.practiceWhy')}</p>
          <p>
            <button type="button" class="btn" onClick={props.onDrill}>
              {t('pro.place.drill')}
            </button>
          </p>
        </section>
      )}
    </main>
  )
}
