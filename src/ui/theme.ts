const dark = '(prefers-color-scheme: dark)'
const contrast = '(prefers-contrast: more)'

/** Sets `data-theme` from what the visitor's device asks for, and follows it. Strong contrast wins over dusk. */
export function followTheme(root: HTMLElement, media: (query: string) => MediaQueryList): void {
  const queries = [media(contrast), media(dark)] as const
  const set = () => {
    const [strong, dusk] = queries
    if (strong.matches) root.dataset['theme'] = 'contrast'
    else if (dusk.matches) root.dataset['theme'] = 'dark'
    else delete root.dataset['theme']
  }
  set()
  for (const query of queries) query.addEventListener('change', set)
}
