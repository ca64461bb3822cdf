import { useWords } from '#ui/words.ts'
import { Invite, type Role, roles } from '#wire/team.ts'
import { useId, useState } from 'preact/hooks'

import { ask } from '../ask.ts'
import { inviteLink } from '../links.ts'
import { MadeLink } from '../shell/MadeLink.tsx'
import { refusal, type Said } from '../useActs.ts'
import type { World } from '../world.ts'

export interface InviteBoxProps {
  readonly world: World
  readonly root: Uint8Array
  readonly live: boolean
  readonly onDone: () => void
  readonly onRefused: (said: Said) => void
}

/** A one-time link for a colleague. It is shown once, and made only here: on a desk that is open. */
export function InviteBox({ world, root, live, onDone, onRefused }: InviteBoxProps) {
  const { t, date } = useWords()
  const nameBox = useId()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('professional')
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<Invite & { readonly name: string }>()
  const can = live && !busy && name.trim() !== ''

  const make = async () => {
    setBusy(true)
    const answer = await ask(world.fetch, {
      method: 'POST',
      path: '/v1/desk/invites',
      body: { name: name.trim(), role },
      answer: Invite
    })
    setBusy(false)
    if (!('ok' in answer)) return onRefused(refusal(answer))
    setMade({ ...answer.ok, name: name.trim() })
    setName('')
    onDone()
  }

  return (
    <section class="panel" aria-labelledby="invite">
      <h2 id="invite">{t('pro.team.invite')}</h2>
      {made ? (
        <MadeLink
          label={t('pro.team.linkFor', { name: made.name })}
          hint={t('pro.team.linkOnce', { date: date(made.expiresAt) })}
          link={inviteLink(world.origin, made.token, root)}
          close={t('pro.team.linkDone')}
          onClose={() => setMade(undefined)}
        />
      ) : (
        <form
          class="form"
          onSubmit={event => {
            event.preventDefault()
            if (can) void make()
          }}
        >
          <p class="field">
            <label class="field__label" for={nameBox}>
              {t('pro.team.name')}
            </label>
            <input
              id={nameBox}
              class="input"
              autocomplete="off"
              maxLength={60}
              value={name}
              onInput={event => setName(event.currentTarget.value)}
            />
          </p>
          <fieldset class="opts opts--row">
            <legend class="field__label">{t('pro.team.role')}</legend>
            {[...roles].reverse().map(one => (
              <label key={one} class={one === role ? 'opt is-chosen' : 'opt'}>
                <input
                  type="radio"
                  name="role"
                  autocomplete="off"
                  checked={one === role}
                  onChange={() => setRole(one)}
                />
                <span>
                  {t(`pro.team.${one}`)}
                  <small>{t(`pro.team.${one}May`)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <p>
            <button type="submit" class={can ? 'btn btn--primary' : 'btn btn--not'} aria-disabled={!can}>
              {t('pro.team.makeLink')}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
