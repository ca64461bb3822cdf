import { useWords } from '#ui/words.ts'
import type { Recording } from '#wire/voices.ts'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

import type { Refused } from '../ask.ts'
import { when } from '../board/when.ts'
import { useKeys } from '../shell/keys.ts'
import { Sure } from '../shell/Sure.tsx'
import { refusal, type Said } from '../useActs.ts'
import type { Sentence, State } from './sentences.ts'
import { SoundIcon } from './SoundIcon.tsx'
import type { Studio } from './studio.ts'
import { useTake } from './useTake.ts'
import type { Tongue } from './useVoices.ts'

export interface StageProps {
  readonly studio: Studio
  readonly tongue: Tongue
  readonly sentence: Sentence
  readonly state: State
  readonly recording: Recording | undefined
  /** Where the recording can be heard. */
  readonly address: string | undefined
  /** A computer reads this sentence as long as nobody did. */
  readonly generated: boolean
  readonly at: number
  readonly all: number
  readonly live: boolean
  readonly now: number
  readonly onSave: (wav: Blob) => Promise<{ ok: unknown } | Refused>
  /** After it was saved. */
  readonly onSaved: () => void
  readonly onErase: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onSaid: (said: Said | undefined) => void
}

const whyNot: Readonly<Partial<Record<Refused['refused'], string>>> = {
  silent: 'pro.voices.say.silent',
  'too-large': 'pro.voices.say.long',
  full: 'pro.voices.say.full',
  'invalid-body': 'pro.voices.say.failed'
}

/** One sentence: the text to read out, its Dutch, and all that can be done with it. Enter alone goes through them all. */
export function Stage(props: StageProps) {
  const { tongue, sentence, state, recording, address, live, now } = props
  const words = useWords()
  const { t } = words
  const made = useTake(props.studio)
  const { phase, take, playing, clear } = made
  const [saving, setSaving] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const saveButton = useRef<HTMLButtonElement>(null)

  // at once: a tap right after the change belongs to the new sentence
  useLayoutEffect(clear, [sentence.key, tongue.code, clear])
  useEffect(() => {
    if (phase === 'take') saveButton.current?.focus()
  }, [phase])

  const heard = take ?? address
  const busy = phase === 'asking' || phase === 'working' || saving
  const canRecord = (live || phase === 'recording') && !busy
  const record = () => {
    if (!canRecord) return
    props.onSaid(undefined)
    made.record()
  }
  const save = async () => {
    if (!take || !live || saving) return
    setSaving(true)
    const answer = await props.onSave(take)
    setSaving(false)
    if (!('ok' in answer)) {
      const key = whyNot[answer.refused]
      return props.onSaid(key === undefined ? refusal(answer) : { key, no: true })
    }
    props.onSaid({ key: 'pro.said.saved' })
    clear()
    first.current?.focus()
    props.onSaved()
  }
  useKeys({ r: record, l: () => heard && phase !== 'recording' && made.listen(heard) })

  const saying = () => {
    if (made.trouble) return t(`pro.voices.say.${made.trouble}`)
    if (saving) return t('pro.voices.say.saving')
    if (playing) return t('pro.voices.say.playing')
    if (phase !== 'idle') return t(`pro.voices.say.${phase}`)
    if (state === 'missing') return t(props.generated ? 'pro.voices.say.generated' : 'pro.voices.say.missing')
    if (state === 'old' || !recording) return t('pro.voices.say.old')
    return t('pro.voices.say.done', { name: recording.by, when: when(recording.at, now, words) })
  }
  const recordWord = phase === 'recording' ? 'stop' : take || recording ? 'again' : 'record'

  return (
    <section class={`panel stage stage--${phase}`} aria-labelledby="sentence" data-phase={phase} data-state={state}>
      <p class="stage__place">
        <button
          type="button"
          class="btn btn--icon"
          aria-label={t('pro.voices.previous')}
          onClick={() => props.onStep(-1)}
        >
          <SoundIcon name="previous" />
        </button>
        <span>{t('pro.voices.place', { at: props.at, all: props.all })}</span>
        <button type="button" class="btn btn--icon" aria-label={t('pro.voices.next')} onClick={() => props.onStep(1)}>
          <SoundIcon name="next" />
        </button>
      </p>
      <div class="stage__text">
        <h2 id="sentence" class="hint">
          {t('pro.voices.read')}
        </h2>
        <p
          class="stage__read"
          lang={tongue.over}
          dir={tongue.dir}
          data-script={tongue.script}
          data-sentence={sentence.key}
        >
          {sentence.text}
        </p>
        {tongue.over !== 'nl' && (
          <p class="stage__dutch">
            <span class="hidden">{t('pro.voices.dutch')}: </span>
            <span lang="nl" dir="ltr">
              {sentence.dutch}
            </span>
          </p>
        )}
      </div>
      <p class={made.trouble || state === 'old' ? 'stage__say stage__say--no' : 'stage__say'} role="status">
        {saying()}
      </p>
      <div class="stage__level" aria-hidden="true" style={{ '--level': phase === 'recording' ? made.level : 0 }} />
      <div class="stage__do">
        <button
          ref={first}
          type="button"
          class={`btn stage__record${canRecord ? '' : ' btn--not'}${take ? '' : ' btn--primary'}`}
          aria-disabled={!canRecord}
          onClick={record}
        >
          <SoundIcon name={phase === 'recording' ? 'stop' : 'record'} />
          {t(`pro.voices.${recordWord}`)}
          <kbd aria-hidden="true">r</kbd>
        </button>
        {heard !== undefined && phase !== 'recording' && (
          <button type="button" class="btn" onClick={() => made.listen(heard)}>
            <SoundIcon name={playing ? 'stop' : 'listen'} />
            {t(playing ? 'pro.voices.stop' : 'pro.voices.listen')}
            <kbd aria-hidden="true">l</kbd>
          </button>
        )}
        {take && (
          <button
            ref={saveButton}
            type="button"
            class={live && !saving ? 'btn btn--primary' : 'btn btn--not'}
            aria-disabled={!live || saving}
            onClick={() => void save()}
          >
            {t('pro.voices.save')}
          </button>
        )}
        {!take && recording && phase === 'idle' && (
          <Sure
            key={sentence.key}
            does={t('pro.voices.erase')}
            of={sentence.dutch}
            means={t('pro.voices.eraseMeans')}
            disabled={!live}
            onDo={() => {
              clear()
              props.onErase()
            }}
          />
        )}
      </div>
      {!live && <p class="hint">{t('pro.action.offlineWhy')}</p>}
    </section>
  )
}
