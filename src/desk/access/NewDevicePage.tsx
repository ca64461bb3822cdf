import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { Field } from './Fields.tsx'
import { Form, Quiet } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { say } from './say.ts'
import type { NewDevice } from './session.ts'
import { useTry } from './useTry.ts'
import type { Ways } from './ways.ts'

/** Signed in, but this browser has no key yet: a colleague lets it in, or the sheet does. */
export function NewDevicePage({ access, ways, deviceName }: { access: NewDevice; ways: Ways; deviceName: string }) {
  const words = useWords()
  const { t } = words
  const [name, setName] = useState(deviceName)
  const [asked, setAsked] = useState(0)
  const { busy, trouble, attempt } = useTry()
  const person = access.me.name
  return (
    <Frame title={t('pro.access.device.title')} lead={t('pro.access.device.lead', { name: person })}>
      {access.revoked && (
        <p class="access__told access__told--promise" role="status">
          {t('pro.access.device.revoked')}
        </p>
      )}
      <Form
        onSubmit={() => {
          setAsked(asked + 1)
          if (name.trim()) attempt(() => ways.addDevice(access, name.trim()))
        }}
        does={t('pro.access.device.do')}
        busy={busy}
        wrong={trouble && say(words, trouble)}
        beside={<Quiet onTap={() => ways.tell({ kind: 'recover' })}>{t('pro.access.device.sheet')}</Quiet>}
      >
        <Field
          label={t('pro.access.device.name')}
          hint={t('pro.access.device.nameHint')}
          value={name}
          onInput={setName}
          max={60}
          wrong={asked > 0 && !name.trim() ? t('pro.access.device.noName') : undefined}
          tries={asked}
          required
        />
      </Form>
      <p class="access__aside">
        <Quiet onTap={() => attempt(() => ways.switchPerson())}>{t('pro.access.otherPerson')}</Quiet>
      </p>
    </Frame>
  )
}
