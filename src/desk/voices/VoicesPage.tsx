import '../location/page.css'
import './voices.css'

import { languageOf } from '#i18n/languages.ts'
import { useWords } from '#ui/words.ts'
import { LocationProfile } from '#wire/location.ts'
import { VOICE_BUDGET } from '#wire/voices.ts'
import { useEffect, useId, useRef, useState } from 'preact/hooks'

import { ask } from '../ask.ts'
import { detailsOf } from '../location/details.ts'
import type { PagesProps } from '../Pages.tsx'
import { useKeys } from '../shell/keys.ts'
import { refusal } from '../useActs.ts'
import { nextToDo, stateOf } from './sentences.ts'
import { SentenceList } from './SentenceList.tsx'
import { Stage } from './Stage.tsx'
import { tongues, useVoices } from './useVoices.ts'

export type VoicesPageProps = Pick<PagesProps, 'world' | 'place' | 'link' | 'say'> & { readonly onBack: () => void }

const MB = 1024 * 1024

/** Volunteers read the sentences of the conversation out, one after the other, and residents hear them. */
export function VoicesPage({ world, place, link, say, onBack }: VoicesPageProps) {
  const { t, language } = useWords()
  const { profile } = place
  const picker = useId()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useKeys({ Escape: onBack })
  const [code, setCode] = useState('nl')
  const [todo, setTodo] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const tongue = tongues.find(i => i.code === code)!
  const voices = useVoices(world, tongue, link.live)
  const { sentences, recordings, counts } = voices

  // who goes on another day begins where something is left to do
  useEffect(() => {
    if (sentences) setChosen(nextToDo(sentences, recordings, undefined)?.key)
  }, [code, sentences !== undefined])
  const now = sentences?.find(({ key }) => key === chosen) ?? sentences?.[0]
  const at = now ? sentences!.indexOf(now) : -1
  const step = (by: 1 | -1) => sentences && setChosen(sentences[(at + by + sentences.length) % sentences.length]!.key)
  const states = sentences?.map(i => stateOf(i, recordings)) ?? []
  const done = states.filter(i => i === 'done').length
  const old = states.filter(i => i === 'old').length
  const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })

  const wantGenerated = async (generatedVoices: boolean) => {
    const answer = await ask(world.fetch, {
      method: 'PUT',
      path: '/v1/desk/location',
      body: { details: { ...detailsOf(profile), generatedVoices }, promises: profile.promises },
      answer: LocationProfile
    })
    if (!('ok' in answer)) return say(refusal(answer))
    place.onProfile(answer.ok)
    say({ key: 'pro.said.saved' })
  }
  const erase = async (key: string) => {
    const answer = await voices.erase(key)
    say('ok' in answer ? { key: 'pro.voices.erased' } : refusal(answer))
  }

  return (
    <main class="page voices" id="main" tabIndex={-1}>
      <h1 ref={title} tabIndex={-1}>
        {t('pro.voices.title')}
      </h1>
      <p class="voices__what">{t('pro.voices.what')}</p>
      <div class="voices__head">
        <p class="field">
          <label class="field__label" for={picker}>
            {t('pro.voices.language')}
          </label>
          <select
            id={picker}
            class="input"
            autocomplete="off"
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
          >
            {tongues.map(i => (
              <option key={i.code} value={i.code} lang={i.code}>
                {t('pro.voices.languageCount', { name: i.name, count: counts[i.code]?.count ?? 0 })}
              </option>
            ))}
          </select>
        </p>
        <div class="voices__far">
          <p>
            <b data-done={done}>{t('pro.voices.count', { done, all: sentences?.length ?? 0 })}</b>
            {old > 0 && <span class="voices__old">{t('pro.voices.changed', { count: old })}</span>}
            <span class="hint">
              {t('pro.voices.room', {
                used: megabytes.format((counts[code]?.bytes ?? 0) / MB),
                all: megabytes.format(VOICE_BUDGET / MB)
              })}
            </span>
          </p>
          <div class="voices__bar" aria-hidden="true" style={{ '--done': sentences ? done / sentences.length : 0 }} />
        </div>
        <label class="tick">
          <input
            type="checkbox"
            autocomplete="off"
            checked={profile.generatedVoices ?? true}
            disabled={!link.live}
            onChange={event => void wantGenerated(event.currentTarget.checked)}
          />
          {t('pro.voices.generated')}
        </label>
        <p class="hint">
          {tongue.over === code
            ? t(languageOf(code).voice ? 'pro.voices.generatedHere' : 'pro.voices.generatedNone')
            : t('pro.voices.heard', { name: languageOf(tongue.over).name })}
        </p>
      </div>
      {now && sentences ? (
        <div class="voices__work">
          <Stage
            studio={world.studio}
            tongue={tongue}
            sentence={now}
            state={states[at]!}
            recording={recordings.get(now.key)}
            address={addressOf(profile.id, code, recordings.get(now.key)?.hash)}
            generated={voices.generated.has(now.key) && (profile.generatedVoices ?? true)}
            at={at + 1}
            all={sentences.length}
            live={link.live}
            now={world.now()}
            onSave={wav => voices.save(now, wav)}
            onSaved={() => setChosen(nextToDo(sentences, recordings, now.key)?.key ?? now.key)}
            onErase={() => void erase(now.key)}
            onStep={step}
            onSaid={say}
          />
          <SentenceList
            tongue={tongue}
            sentences={sentences}
            recordings={recordings}
            on={now.key}
            todo={todo}
            onTodo={setTodo}
            onChoose={setChosen}
          />
        </div>
      ) : (
        <p class="hint">{t(link.live ? 'pro.voices.loading' : 'pro.voices.offline')}</p>
      )}
    </main>
  )
}

const addressOf = (location: string, language: string, hash: string | undefined) =>
  hash && `/v1/locations/${location}/voices/${language}/${hash}`
