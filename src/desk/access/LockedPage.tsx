import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { Password } from './Fields.tsx'
import { Form, Quiet } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { codeOf, say } from './say.ts'
import type { Locked } from './session.ts'
import { useTry } from './useTry.ts'
import type { Ways } from './ways.ts'

/** The cards are closed, the session is not: the password opens them again. */
export function LockedPage({ access, ways }: { access: Locked; ways: Ways }) {
  const words = useWords()
  const { t } = words
  const [password, setPassword] = useState('')
  const { busy, trouble, count, attempt } = useTry()
  const code = trouble && codeOf(trouble)
  const said =
    trouble &&
    say(words, trouble, {
      'wrong-secret': 'pro.access.locked.wrong',
      broken: 'pro.access.locked.broken',
      offline: 'pro.access.locked.offline'
    })
  const onField = code === 'wrong-secret'
  return (
    <Frame
      title={t('pro.access.locked.title', { name: access.me.name })}
      lead={
        <>
          {t(`pro.access.locked.${access.why}`)}{' '}
          {(access.why === 'idle' || access.why === 'asked') && t('pro.access.locked.bell')}
        </>
      }
    >
      <Form
        onSubmit={() => attempt(() => ways.unlock(access, password))}
        does={t('pro.access.locked.do')}
        busy={busy}
        wrong={onField ? undefined : said}
        beside={<Quiet onTap={() => attempt(() => ways.switchPerson())}>{t('pro.access.otherPerson')}</Quiet>}
      >
        <Password
          label={t('pro.access.locked.password')}
          kind="current-password"
          username={access.me.email}
          value={password}
          onInput={setPassword}
          wrong={onField ? said : undefined}
          tries={count}
        />
      </Form>
      {code === 'broken' && (
        <p class="access__aside">
          <Quiet onTap={() => void ways.startOver(access)}>{t('pro.access.locked.brokenDo')}</Quiet>
        </p>
      )}
      {code === 'not-signed-in' && (
        <p class="access__aside">
          <Quiet onTap={() => void ways.arrive(undefined)}>{t('pro.access.link.signIn')}</Quiet>
        </p>
      )}
    </Frame>
  )
}
