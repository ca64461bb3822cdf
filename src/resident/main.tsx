import { loadWords } from '#i18n/words.ts'
import { followTheme } from '#ui/theme.ts'

import { languagePage } from './conversation/languagePage.ts'
import { start } from './start.ts'

/** Written by the build (`vite.config.ts`): a hash of all that this app is made of. */
declare const BUILD: string

const { pathname, hash } = location
// the root of a poster need not stand in the history of this device
history.replaceState(null, '', location.pathname)
// another link for the same place, opened in this tab, changes only the part that we just took away
addEventListener('hashchange', () => location.hash.startsWith('#r=') && location.reload())

const theme = followTheme(document.documentElement, query => matchMedia(query))

void start({
  address: { pathname, hash },
  theme,
  page: languagePage(document),
  root: document.getElementById('app')!,
  loadWords: language => loadWords(language, 'resident'),
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  random: length => crypto.getRandomValues(new Uint8Array(length)),
  version: BUILD
})
