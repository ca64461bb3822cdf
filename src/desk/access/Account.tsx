import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { Field, Password } from './Fields.tsx'
import { Form } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { codeOf, say } from './say.ts'
import type { Try } from './useTry.ts'
import type { Trouble } from './ways.ts'

export interface AccountProps {
  readonly kind: 'setup' | 'invite'
  readonly trying: Try
  readonly onMake: (who: { name: string; email: string; password: string }) => Promise<Trouble | undefined>
}

/** Shorter than this is guessed; the server refuses it too. */
export const PASSWORD_MIN = 12

/** Name, address and password of somebody new. */
export function Account({ kind, trying, onMake }: AccountProps) {
  const words = useWords()
  const { t } = words
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState<{ count: number; first: string | undefined }>({ count: 0, first: undefined })
  const { busy, trouble, count, attempt } = trying

  const lacks = {
    name: !name.trim(),
    email: !/^\S+@\S+\.\S+$/.test(email.trim()),
    password: password.length < PASSWORD_MIN
  }
  const first = (['name', 'email', 'password'] as const).find(field => lacks[field])
  const taken = trouble !== undefined && codeOf(trouble) === 'invalid-body'
  const wrong = (field: keyof typeof lacks, key: string) => (asked.count > 0 && lacks[field] ? t(key) : undefined)
  // only the first mistake takes the focus; the others are said where they stand
  const tries = (field: keyof typeof lacks) => (asked.first === field ? asked.count : 0)

  return (
    <Frame title={t(`pro.access.account.${kind}Title`)} lead={t(`pro.access.account.${kind}Lead`)}>
      <Form
        onSubmit={() => {
          setAsked({ count: asked.count + 1, first })
          if (!first) attempt(() => onMake({ name: name.trim(), email: email.trim(), password }))
        }}
        does={t('pro.access.account.do')}
        busy={busy}
        wrong={trouble && !taken ? say(words, trouble) : undefined}
      >
        <Field
          label={t('pro.access.account.name')}
          hint={t('pro.access.account.nameHint')}
          autocomplete="name"
          value={name}
          onInput={setName}
          max={60}
          wrong={wrong('name', 'pro.access.account.noName')}
          tries={tries('name')}
          required
        />
        <Field
          label={t('pro.access.account.email')}
          hint={t('pro.access.account.emailHint')}
          type="email"
          autocomplete="username"
          value={email}
          onInput={setEmail}
          max={120}
          wrong={
            wrong('email', 'pro.access.account.noEmail') ?? (taken ? t('pro.access.account.emailTaken') : undefined)
          }
          tries={taken ? count : tries('email')}
          required
        />
        <Password
          label={t('pro.access.account.password')}
          hint={t('pro.access.account.passwordHint')}
          kind="new-password"
          value={password}
          onInput={setPassword}
          wrong={wrong('password', 'pro.access.account.short')}
          tries={tries('password')}
        />
      </Form>
    </Frame>
  )
}
