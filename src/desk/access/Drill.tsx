import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { Form, Quiet } from './Form.tsx'
import { Frame } from './Frame.tsx'
import { codeOf, say } from './say.ts'
import type { Access } from './session.ts'
import { SheetField } from './SheetField.tsx'
import { useTry } from './useTry.ts'
import type { Ways } from './ways.ts'

const aboutTheSheet = ['wrong-letters', 'wrong-checksum', 'other-sheet']

/** The sheet is typed back from paper, once: until then the place only practises. */
export function Drill({ access, ways }: { access: Access & { at: 'drill' }; ways: Ways }) {
  const words = useWords()
  const { t } = words
  const [typed, setTyped] = useState('')
  const { busy, trouble, count, attempt } = useTry()
  const onField = trouble !== undefined && aboutTheSheet.includes(codeOf(trouble))
  const open = () => ways.tell({ kind: 'back' })
  if (!access.open.profile.practice)
    return (
      <Frame key="done" title={t('pro.access.drill.doneTitle')} lead={t('pro.access.drill.done')}>
        <p class="access__lead">{t('pro.access.drill.doneNext')}</p>
        <p class="access__do">
          <button type="button" class="btn btn--primary" onClick={open}>
            {t('pro.access.drill.open')}
          </button>
        </p>
      </Frame>
    )
  return (
    <Frame key="drill" title={t('pro.access.drill.title')} lead={t('pro.access.drill.lead')}>
      <Form
        onSubmit={() => attempt(() => ways.typeBack(typed))}
        does={t('pro.access.drill.do')}
        busy={busy}
        wrong={trouble && !onField ? say(words, trouble) : undefined}
        beside={<Quiet onTap={open}>{t(access.first ? 'pro.access.drill.later' : 'pro.access.back')}</Quiet>}
      >
        <SheetField value={typed} onInput={setTyped} wrong={onField ? say(words, trouble) : undefined} tries={count} />
      </Form>
      <p class="access__aside">{t('pro.access.drill.practice')}</p>
    </Frame>
  )
}
