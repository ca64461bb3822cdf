import { useWords } from '#ui/words.ts'

import { Quiet } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { say } from './say.ts'
import type { Access } from './session.ts'
import { useTry } from './useTry.ts'
import type { Ways } from './ways.ts'

/** Two ways to go, with what each costs, before a click shuts somebody out of their own team. */
export function Leaving({ access, ways }: { access: Access & { at: 'leaving' }; ways: Ways }) {
  const words = useWords()
  const { t } = words
  const { trouble, busy, attempt } = useTry()
  const { from } = access
  const lock = () => ways.tell(from.at === 'open' ? { kind: 'lock', why: 'asked' } : { kind: 'back' })
  return (
    <Frame title={t('pro.access.leaving.title')}>
      <ul class="access__ways">
        <li>
          <button type="button" class="btn btn--primary" aria-describedby="lock-hint" onClick={lock}>
            {t('pro.access.leaving.lock')}
          </button>
          <p class="hint" id="lock-hint">
            {t('pro.access.leaving.lockHint')}
          </p>
        </li>
        <li>
          <button
            type="button"
            class="btn"
            aria-describedby="out-hint"
            aria-disabled={busy}
            onClick={() => attempt(() => ways.signOut(from))}
          >
            {t('pro.access.leaving.out')}
          </button>
          <p class="hint" id="out-hint">
            {t('pro.access.leaving.outHint')}
          </p>
        </li>
      </ul>
      <div role="alert">
        {trouble && <p class="access__wrong">{say(words, trouble, { offline: 'pro.access.leaving.offline' })}</p>}
      </div>
      <p class="access__do">
        <Quiet onTap={() => ways.tell({ kind: 'back' })}>{t('pro.access.back')}</Quiet>
      </p>
    </Frame>
  )
}
