import { useWords } from '#ui/words.ts'
import type { Ref } from 'preact'

import { deskLanguages, type DeskLanguage } from '../words.ts'
import { Icon, Mark } from './Drawing.tsx'
import { Menu } from './Menu.tsx'
import type { Route } from './route.ts'

export interface BarProps {
  readonly place: string
  readonly me: string
  readonly page: Route['page']
  readonly live: boolean
  readonly find: string
  readonly findRef: Ref<HTMLInputElement>
  readonly onFind: (typed: string) => void
  readonly onFindEnter: () => void
  readonly onGo: (to: Route) => void
  readonly onLanguage: (language: DeskLanguage) => void
  readonly onLock: () => void
  readonly onSignOut: () => void
  readonly onHelp: () => void
}

/** The sky of the desk: whose place this is, finding a code, three pages and me. */
export function Bar(props: BarProps) {
  const { t, language } = useWords()
  const pages: [Route['page'], string][] = [
    ['board', t('pro.shell.cards')],
    ['team', t('pro.queue.team')],
    ['place', t('pro.shell.place')]
  ]
  return (
    <header class="bar">
      <p class="bar__name">
        <Mark />
        <bdi>{props.place}</bdi>
      </p>
      <form
        class="find"
        role="search"
        onSubmit={event => {
          event.preventDefault()
          props.onFindEnter()
        }}
      >
        <Icon name="find" />
        <input
          ref={props.findRef}
          type="search"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-label={t('pro.queue.find')}
          placeholder={t('pro.queue.find')}
          value={props.find}
          onInput={event => props.onFind(event.currentTarget.value)}
        />
      </form>
      <nav class="bar__nav" aria-label={t('pro.shell.pages')}>
        {pages.map(([page, name]) => {
          const on =
            props.page === page ||
            (page === 'board' && props.page === 'card') ||
            (page === 'place' && props.page === 'voices')
          return (
            <button
              key={page}
              type="button"
              class={on ? 'bar__link is-on' : 'bar__link'}
              aria-current={on ? 'page' : undefined}
              onClick={() => props.onGo({ page } as Route)}
            >
              {name}
            </button>
          )
        })}
      </nav>
      <div class="bar__me">
        {!props.live && (
          <span class="off">
            <Icon name="offline" />
            <span class="off__word">{t('pro.shell.offline')}</span>
          </span>
        )}
        <Menu name={props.me} label={t('pro.shell.menu', { name: props.me })}>
          {after => (
            <>
              <div class="menu__languages" role="group" aria-label={t('pro.shell.language')}>
                {deskLanguages.map(code => (
                  <button
                    key={code}
                    type="button"
                    class="menu__do"
                    lang={code}
                    aria-pressed={code === language}
                    onClick={after(() => props.onLanguage(code))}
                  >
                    {code === 'nl' ? 'Nederlands' : 'English'}
                  </button>
                ))}
              </div>
              <button type="button" class="menu__do" onClick={after(props.onHelp)}>
                {t('pro.shell.help')}
              </button>
              <a
                class="menu__do"
                href="/toegankelijkheid/"
                target="_blank"
                rel="noopener"
                onClick={after(() => undefined)}
              >
                {t('pro.shell.accessibility')}
              </a>
              <button type="button" class="menu__do" onClick={after(props.onLock)}>
                {t('pro.shell.lock')}
              </button>
              <button type="button" class="menu__do" onClick={after(props.onSignOut)}>
                {t('pro.shell.signOut')}
              </button>
            </>
          )}
        </Menu>
        <button type="button" class="bar__help" aria-label={t('pro.shell.help')} onClick={props.onHelp}>
          <kbd aria-hidden="true">?</kbd>
        </button>
      </div>
    </header>
  )
}
