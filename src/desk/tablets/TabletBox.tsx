import { useWords } from '#ui/words.ts'
import { TabletLink } from '#wire/tablets.ts'
import { useId, useState } from 'preact/hooks'

import { ask } from '../ask.ts'
import { tabletLink } from '../links.ts'
import { MadeLink } from '../shell/MadeLink.tsx'
import { refusal, type Said } from '../useActs.ts'
import type { World } from '../world.ts'
import type { Tablet } from './care.ts'

export interface TabletBoxProps {
  readonly world: World
  readonly location: string
  readonly root: Uint8Array
  readonly tablets: readonly Tablet[]
  readonly live: boolean
  readonly onDone: () => void
  readonly onRefused: (said: Said) => void
}

interface Made extends TabletLink {
  readonly name: string
  /** The tablets that were there before. */
  readonly before: ReadonlySet<string>
}

/** A link that makes one tablet. It is shown once, and made only here: on a desk that is open. */
export function TabletBox({ world, location, root, tablets, live, onDone, onRefused }: TabletBoxProps) {
  const { t, time } = useWords()
  const nameBox = useId()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<Made>()
  const can = live && !busy && name.trim() !== ''

  const make = async () => {
    setBusy(true)
    const answer = await ask(world.fetch, {
      method: 'POST',
      path: '/v1/desk/tablets',
      body: { name: name.trim() },
      answer: TabletLink
    })
    setBusy(false)
    if (!('ok' in answer)) return onRefused(refusal(answer))
    setMade({ ...answer.ok, name: name.trim(), before: new Set(tablets.map(({ id }) => id)) })
    setName('')
    onDone()
  }

  if (made) {
    const label = t('pro.tablets.linkFor', { name: made.name })
    const came = tablets.some(i => i.name === made.name && !made.before.has(i.id))
    return (
      <MadeLink
        label={label}
        hint={t('pro.tablets.linkOnce', { time: time(made.expiresAt) })}
        link={tabletLink(world.origin, location, root, made.token)}
        used={came && t('pro.tablets.made', { name: made.name })}
        close={t('pro.tablets.linkDone')}
        onClose={() => setMade(undefined)}
      />
    )
  }
  return (
    <form
      class="form"
      onSubmit={event => {
        event.preventDefault()
        if (can) void make()
      }}
    >
      <p class="field">
        <label class="field__label" for={nameBox}>
          {t('pro.tablets.name')}
        </label>
        <input
          id={nameBox}
          class="input"
          autocomplete="off"
          maxLength={60}
          value={name}
          aria-describedby={`${nameBox}-hint`}
          onInput={event => setName(event.currentTarget.value)}
        />
        <span class="hint" id={`${nameBox}-hint`}>
          {t('pro.tablets.nameHint')}
        </span>
      </p>
      <p>
        <button type="submit" class={can ? 'btn btn--primary' : 'btn btn--not'} aria-disabled={!can}>
          {t('pro.tablets.make')}
        </button>
      </p>
    </form>
  )
}
