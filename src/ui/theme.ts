const dark = '(prefers-color-scheme: dark)'
const contrast = '(prefers-contrast: more)'

/** How a page is lit. */
export interface Light {
  readonly contrast: boolean
  readonly dark: boolean
}

export interface Theme {
  readonly light: () => Light
  /** From now on this, whatever the device asks; it goes with the document. */
  readonly choose: (light: Partial<Light>) => void
}

/**
 * Sets `data-theme` from what the visitor's device asks for, and follows it. What somebody chose on the page itself
 * wins.
 */
export function followTheme(root: HTMLElement, media: (query: string) => MediaQueryList): Theme {
  const [strong, dusk] = [media(contrast), media(dark)] as const
  let chosen: Partial<Light> = {}
  const light = (): Light => ({ contrast: strong.matches, dark: dusk.matches, ...chosen })
  const set = () => {
    const now = light()
    const name = [now.dark && 'dark', now.contrast && 'contrast'].filter(Boolean).join('-')
    if (name) root.dataset['theme'] = name
    else delete root.dataset['theme']
  }
  set()
  for (const query of [strong, dusk]) query.addEventListener('change', set)
  return {
    light,
    choose(more) {
      chosen = { ...chosen, ...more }
      set()
    }
  }
}
