import { languages } from '#i18n/languages.ts'
import { Glyph } from '#ui/Glyph.tsx'
import { useWords } from '#ui/words.ts'

export interface StaffLanguagesProps {
  /** Codes; at least one. */
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}

/** Which languages stand on the first page. The last one cannot be taken away. */
export function StaffLanguages({ shown, onChange }: StaffLanguagesProps) {
  const { t } = useWords()
  const toggle = (code: string) => {
    const next = languages.map(i => i.code).filter(i => (i === code ? !shown.includes(i) : shown.includes(i)))
    if (next.length > 0) onChange(next)
  }
  return (
    <fieldset aria-labelledby="staff-languages">
      <ul class="staff__languages">
        {languages.map(({ code, name, dir }) => (
          <li class="tile" key={code}>
            <button
              type="button"
              class="tile__face"
              aria-pressed={shown.includes(code)}
              data-shown={code}
              onClick={() => toggle(code)}
            >
              <bdi lang={code} dir={dir}>
                {name}
              </bdi>
            </button>
            <span class="tile__tick">
              <Glyph name="tick" />
            </span>
          </li>
        ))}
      </ul>
      <p class="help">{t('staff.languagesHelp')}</p>
    </fieldset>
  )
}
