import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { PASSWORD_MIN } from './Account.tsx'
import { Password } from './Fields.tsx'
import { Form } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { say } from './say.ts'
import type { Try } from './useTry.ts'
import type { Trouble } from './ways.ts'

export interface ResetProps {
  readonly trying: Try
  readonly onReset: (password: string) => Promise<Trouble | undefined>
}

/** A new password for who lost the old one; the device's key is untouched by it. */
export function Reset({ trying, onReset }: ResetProps) {
  const words = useWords()
  const { t } = words
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(0)
  const short = password.length < PASSWORD_MIN
  const { busy, trouble, attempt } = trying
  return (
    <Frame title={t('pro.access.reset.title')} lead={t('pro.access.reset.lead')}>
      <Form
        onSubmit={() => {
          setAsked(asked + 1)
          if (!short) attempt(() => onReset(password))
        }}
        does={t('pro.access.reset.do')}
        busy={busy}
        wrong={trouble && say(words, trouble)}
      >
        <Password
          label={t('pro.access.reset.password')}
          hint={t('pro.access.account.passwordHint')}
          kind="new-password"
          value={password}
          onInput={setPassword}
          wrong={asked > 0 && short ? t('pro.access.account.short') : undefined}
          tries={asked}
        />
      </Form>
    </Frame>
  )
}
