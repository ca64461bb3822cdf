import { useWords } from '#ui/words.ts'
import { Fragment } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

import { Icon } from './Drawing.tsx'
import { useKeys } from './keys.ts'

const keys: readonly (readonly [readonly string[], string])[] = [
  [['j', 'k'], 'pro.keys.next'],
  [['Enter'], 'pro.keys.open'],
  [['c'], 'pro.keys.take'],
  [['n'], 'pro.keys.guide'],
  [['w'], 'pro.keys.words'],
  [['/'], 'pro.keys.find'],
  [['Esc'], 'pro.keys.back'],
  [['?'], 'pro.keys.help']
]

/** How the board orders, what others see, which keys there are. Lies beside the page, which goes on living. */
export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useKeys({ Escape: onClose }, true)
  return (
    <section class="aside-sheet" role="dialog" aria-labelledby="help-title">
      <div class="aside-sheet__head">
        <h2 id="help-title" ref={title} tabIndex={-1}>
          {t('pro.help.title')}
        </h2>
        <button type="button" class="btn btn--icon" aria-label={t('pro.shell.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <ul class="stones">
        {['order', 'here', 'opened', 'ring'].map(line => (
          <li key={line}>{t(`pro.help.${line}`)}</li>
        ))}
      </ul>
      <h3>{t('pro.help.keys')}</h3>
      <dl class="keylist">
        {keys.map(([names, does]) => (
          <Fragment key={does}>
            <dt>
              {names.map(name => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

/** The keys along the foot of the board. */
export function KeyRow() {
  const { t } = useWords()
  return (
    <footer class="keys" aria-hidden="true">
      {keys
        .slice(0, 3)
        .concat(keys.slice(5, 6))
        .map(([names, does]) => (
          <span key={does}>
            {names.map(name => (
              <kbd key={name}>{name}</kbd>
            ))}{' '}
            {t(does)}
          </span>
        ))}
    </footer>
  )
}
