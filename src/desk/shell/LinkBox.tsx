import { Qr } from '#ui/Qr.tsx'
import { useWords } from '#ui/words.ts'
import { useState } from 'preact/hooks'

import { Icon } from './Drawing.tsx'

export interface LinkBoxProps {
  readonly link: string
  /** What the link is for. */
  readonly label: string
}

/** A link to scan, to copy or to read out. */
export function LinkBox({ link, label }: LinkBoxProps) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  // absent where the page is not served over https
  const clipboard: Clipboard | undefined = navigator.clipboard
  const copy = () => {
    clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false)
    )
  }
  return (
    <div class="linkbox">
      <Qr text={link} label={`QR: ${label}`} />
      <div class="linkbox__text">
        <input
          class="input linkbox__input"
          readOnly
          autocomplete="off"
          aria-label={label}
          value={link}
          onFocus={event => event.currentTarget.select()}
        />
        {clipboard && (
          <button type="button" class="btn" onClick={copy}>
            <Icon name={copied ? 'tick' : 'copy'} />
            <span>{t(copied ? 'pro.said.copied' : 'pro.shell.copy')}</span>
          </button>
        )}
        {/* beside the button: what stands in one is only its name, and is not told when it changes */}
        <span class="hidden" role="status">
          {copied && t('pro.said.copied')}
        </span>
      </div>
    </div>
  )
}
