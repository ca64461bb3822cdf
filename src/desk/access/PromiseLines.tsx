import { Glyph } from '#ui/Glyph.tsx'
import { useWords } from '#ui/words.ts'
import { type PromiseId, promiseIds, type SignedPromise } from '#wire/location.ts'
import { useId, useState } from 'preact/hooks'

import { Field } from './Fields.tsx'

export interface PromiseLinesProps {
  readonly promises: readonly SignedPromise[]
  readonly onChange: (promises: readonly SignedPromise[]) => void
  /** Who is likely to sign; may be changed. */
  readonly signer: string
  readonly now: () => number
}

/** The five promises, each signed by itself with name and date, or not shown to residents. */
export function PromiseLines({ promises, onChange, signer, now }: PromiseLinesProps) {
  const { t, date } = useWords()
  const lines = useId()
  const [name, setName] = useState(signer)
  const [missing, setMissing] = useState(0)
  const signed = (id: PromiseId) => promises.find(promise => promise.id === id)
  const sign = (id: PromiseId) => {
    if (!name.trim()) return setMissing(missing + 1)
    const others = promises.filter(promise => promise.id !== id)
    onChange(
      promiseIds.flatMap(each =>
        each === id ? [{ id, name: name.trim(), at: now() }] : others.filter(promise => promise.id === each)
      )
    )
  }
  return (
    <div class="access__fields">
      <Field
        label={t('pro.access.promises.name')}
        hint={t('pro.access.promises.nameHint')}
        value={name}
        onInput={setName}
        autocomplete="off"
        max={80}
        wrong={missing > 0 && !name.trim() ? t('pro.access.promises.noName') : undefined}
        tries={missing}
      />
      <ul class="access__promises">
        {promiseIds.map(id => {
          const is = signed(id)
          return (
            <li key={id} class={is ? 'access__promise is-signed' : 'access__promise'}>
              <p class="access__promised" id={`${lines}-${id}`}>
                {t(`pro.promise.${id}`)}
              </p>
              <p class="access__sign">
                <button
                  type="button"
                  class="access__tick"
                  aria-pressed={is !== undefined}
                  id={`${lines}-${id}-sign`}
                  aria-labelledby={`${lines}-${id}-sign ${lines}-${id}`}
                  onClick={() => (is ? onChange(promises.filter(promise => promise.id !== id)) : sign(id))}
                >
                  <span class="access__box">{is && <Glyph name="tick" />}</span>
                  {is
                    ? t('pro.access.promises.signed', { name: is.name, date: date(is.at) })
                    : t('pro.access.promises.sign')}
                </button>
              </p>
            </li>
          )
        })}
      </ul>
      <p class="hint" role="status">
        {t('pro.access.promises.count', { count: promises.length })}{' '}
        {promises.length < promiseIds.length && t('pro.promise.missing')}
      </p>
    </div>
  )
}
