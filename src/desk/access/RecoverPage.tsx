import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { Password } from './Fields.tsx'
import { Form, Quiet } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { codeOf, say } from './say.ts'
import type { Access } from './session.ts'
import { SheetField } from './SheetField.tsx'
import { useTry } from './useTry.ts'
import type { Ways } from './ways.ts'

const aboutTheSheet = ['wrong-letters', 'wrong-checksum', 'other-sheet']

/** A new device without a colleague: the sheet from the safe, and the password of who holds it. */
export function RecoverPage({ access, ways }: { access: Access & { at: 'recover' }; ways: Ways }) {
  const words = useWords()
  const { t } = words
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const { busy, trouble, count, attempt } = useTry()
  const code = trouble && codeOf(trouble)
  const words1 = trouble && say(words, trouble, { broken: 'pro.access.recover.broken' })
  const sheetWrong = code !== undefined && aboutTheSheet.includes(code)
  const passwordWrong = code === 'wrong-password'
  return (
    <Frame title={t('pro.access.recover.title')} lead={t('pro.access.recover.lead')}>
      <Form
        onSubmit={() => attempt(() => ways.recover(access.from, typed, password))}
        does={t('pro.access.recover.do')}
        busy={busy}
        wrong={sheetWrong || passwordWrong ? undefined : words1}
        beside={<Quiet onTap={() => ways.tell({ kind: 'back' })}>{t('pro.access.back')}</Quiet>}
      >
        <SheetField value={typed} onInput={setTyped} wrong={sheetWrong ? words1 : undefined} tries={count} />
        <Password
          label={t('pro.access.recover.password')}
          kind="current-password"
          username={access.from.me.email}
          value={password}
          onInput={setPassword}
          wrong={passwordWrong ? words1 : undefined}
          tries={count}
        />
      </Form>
    </Frame>
  )
}
