import { textMax } from '#intake/freeText.ts'
import { Field } from '#ui/Field.tsx'
import { useState } from 'preact/hooks'

import type { PageProps } from '../page.ts'
import { Frame } from './Frame.tsx'

/** A first name or a nickname, if one likes. There is no field for a surname. */
export function Name({ visit, dispatch }: PageProps) {
  const [typed, setTyped] = useState(visit.name ?? '')
  return (
    <Frame visit={visit} dispatch={dispatch} title="name.q" help="name.help">
      <Field
        single
        capitalize="words"
        says="name.label"
        value={typed}
        max={textMax.name}
        wrong={visit.notice?.key === 'stepOwn.noNumber' ? 'stepOwn.noNumber' : undefined}
        onInput={text => {
          setTyped(text)
          dispatch({ type: 'write', text })
        }}
      />
    </Frame>
  )
}
