import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { Field, Password } from './Fields.tsx'
import { Form } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { codeOf, say } from './say.ts'
import type { Access } from './session.ts'
import { useTry } from './useTry.ts'
import type { Ways } from './ways.ts'

export function SignIn({ access, ways }: { access: Access & { at: 'signedOut' }; ways: Ways }) {
  const words = useWords()
  const { t } = words
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, trouble, count, attempt } = useTry()
  const wrongPair = trouble !== undefined && codeOf(trouble) === 'wrong-secret'
  return (
    <Frame title={t('pro.access.signIn.title')} lead={t('pro.access.signIn.lead')}>
      {access.why && (
        <p class="access__told" role="status">
          {t(`pro.access.signIn.${access.why}`)}
        </p>
      )}
      <Form
        onSubmit={() => attempt(() => ways.signIn(email.trim(), password))}
        does={t('pro.access.signIn.do')}
        busy={busy}
        wrong={trouble && !wrongPair ? say(words, trouble) : undefined}
      >
        <Field
          label={t('pro.access.signIn.email')}
          type="email"
          autocomplete="username"
          value={email}
          onInput={setEmail}
          max={120}
          required
        />
        <Password
          label={t('pro.access.signIn.password')}
          kind="current-password"
          value={password}
          onInput={setPassword}
          wrong={wrongPair ? t('pro.access.signIn.wrong') : undefined}
          tries={count}
        />
      </Form>
      <p class="access__aside">{t('pro.access.signIn.lost')}</p>
    </Frame>
  )
}
