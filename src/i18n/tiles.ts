import { inOrder, type Meta } from './order.ts'

/** The text that a browser shows which is too old for anything else. */
export const tooOldKey = 'error.tooOld'

/** What the page in the HTML needs of a language. */
export interface Tile extends Pick<Meta, 'name' | 'dir' | 'source'> {
  readonly code: string
  /** The text of `tooOldKey`. */
  readonly tooOld: string
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** The stones of the language page, as they stand in the HTML before any script is there. */
export function languageTiles(languages: readonly Tile[]): string {
  return languages
    .toSorted(inOrder)
    .map(
      ({ code, name, dir, source }) =>
        `<li class="tile" role="none"><input class="tile__input" type="radio" name="language" id="language-${code}" value="${code}" autocomplete="off"${source ? ' checked' : ''} /><label class="tile__face" for="language-${code}" lang="${code}"><bdi dir="${dir}">${escaped(name)}</bdi></label><span class="tile__tick" aria-hidden="true"><svg class="i" viewBox="0 0 32 32"><path d="M6 17l7 7L26 9" /></svg></span></li>`
    )
    .join('\n')
}

/** What a browser says that is too old for anything else: in every language, because it cannot ask which. */
export const tooOldLines = (languages: readonly Tile[]): string =>
  languages
    .toSorted(inOrder)
    .map(({ code, dir, tooOld }) => `<span lang="${code}" dir="${dir}">${escaped(tooOld)}</span>`)
    .join('\n')
