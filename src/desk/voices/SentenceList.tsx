import { useWords } from '#ui/words.ts'

import { type Known, type Sentence, stateOf } from './sentences.ts'
import type { Tongue } from './useVoices.ts'

export interface SentenceListProps {
  readonly tongue: Tongue
  readonly sentences: readonly Sentence[]
  readonly recordings: Known
  /** Key of the sentence that is on the stage. */
  readonly on: string
  /** Only what is missing or out of date. */
  readonly todo: boolean
  readonly onTodo: (todo: boolean) => void
  readonly onChoose: (key: string) => void
}

/** All sentences in the order of the conversation, each with what became of it. */
export function SentenceList({ tongue, sentences, recordings, on, todo, onTodo, onChoose }: SentenceListProps) {
  const { t } = useWords()
  const rows = sentences
    .map(sentence => ({ sentence, state: stateOf(sentence, recordings) }))
    .filter(({ state, sentence }) => !todo || state !== 'done' || sentence.key === on)
  return (
    <section class="panel sentences" aria-labelledby="sentences">
      <h2 id="sentences">{t('pro.voices.list')}</h2>
      <div class="opts opts--row" role="radiogroup" aria-label={t('pro.voices.show')}>
        {[false, true].map(choice => (
          <label key={String(choice)} class={choice === todo ? 'opt is-chosen' : 'opt'}>
            <input
              type="radio"
              name="todo"
              autocomplete="off"
              checked={choice === todo}
              onChange={() => onTodo(choice)}
            />
            {t(choice ? 'pro.voices.todo' : 'pro.voices.all')}
          </label>
        ))}
      </div>
      {rows.every(({ state }) => state === 'done') && <p>{t('pro.voices.nothing')}</p>}
      <ol class="sentences__list">
        {rows.map(({ sentence, state }) => (
          <li key={sentence.key}>
            <button
              type="button"
              class={`sentences__one sentences__one--${state}`}
              aria-current={sentence.key === on ? 'true' : undefined}
              data-key={sentence.key}
              onClick={() => onChoose(sentence.key)}
            >
              <span class="sentences__text" lang={tongue.over} dir={tongue.dir} data-script={tongue.script}>
                {sentence.text}
              </span>
              {/* what is only heard: where the sentence ends */}
              <span class="hidden">, </span>
              <span class="sentences__state">{t(`pro.voices.state.${state}`)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
