import { readdirSync, readFileSync } from 'node:fs'

import { inOrder, type Meta } from '#i18n/order.ts'
import { languages as codes, table } from '#tests/texts/tables.ts'
import { mirrored } from '#ui/mirrored.ts'

import { html, text } from './html.ts'
import type { Language, Words } from './words.ts'

/** So many people are asked in each language group. */
const PEOPLE = 10

const languages = codes
  .map(code => ({ code, ...(JSON.parse(readFileSync(`locales/${code}/meta.json`, 'utf8')) as Meta) }))
  .sort(inOrder)

/** The languages whose words can stand beside the Dutch ones. */
export const besideDutch: readonly string[] = languages.map(i => i.code).filter(code => code !== 'nl')

/** What somebody was not sure of when they drew it. */
const doubts = JSON.parse(readFileSync('tests/pictures/pictures.json', 'utf8')) as Readonly<
  Record<string, { readonly doubt?: string }>
>

/** Codes of all pictures, by the sprite that they stand in. */
const sprites: readonly (readonly [string, readonly string[]])[] = readdirSync('public/pictures')
  .filter(file => file.endsWith('.svg'))
  .sort()
  .map(file => {
    const sprite = readFileSync(`public/pictures/${file}`, 'utf8')
    return [file.slice(0, -'.svg'.length), [...sprite.matchAll(/<symbol[^>]*\bid="([^"]+)"/g)].map(i => i[1]!)]
  })

/** All pictures with their words, to lay before people: do they say what it means without the words? */
export function picturesPage(language: Language, beside: string): string {
  const dutch = table('nl', 'resident')
  const other = languages.find(i => i.code === beside)!
  const own = table(beside, 'resident')
  const up = '../'.repeat(2)
  const links = languages
    .filter(i => i.code !== 'nl')
    .map(({ code, name, dir }) => {
      const here = code === beside ? ' aria-current="page"' : ''
      return `<li><a href="../${code}/" lang="${code}" dir="${dir}"${here}>${text(name)}</a></li>`
    })
  const inOther = (words: string) => `<span lang="${beside}" dir="${other.dir}">${text(words)}</span>`

  const picture = (code: string, ink: '' | ' drawn--ink') => {
    const turned = other.dir === 'rtl' && mirrored.has(code) ? ' drawn--turned' : ''
    const use = `<use href="/pictures/${code.split('.')[0]}.svg#${code}" width="68" height="68"/>`
    return `<svg class="drawn${ink}${turned}" viewBox="0 0 68 68" aria-hidden="true">${use}</svg>`
  }
  const card = (say: Words, code: string) => {
    const doubt = doubts[code]?.doubt
    const words = dutch.get(code)
    const theirs = own.get(code)
    return `<li class="looked" id="${code}">
<div class="drawings">${picture(code, '')}${picture(code, ' drawn--ink')}</div>
<h3>${words ? `<span lang="nl">${text(words)}</span>` : `<code>${code}</code>`}</h3>
${theirs ? `<p class="theirs">${inOther(theirs)}</p>` : ''}
<p class="name"><code>${code}</code></p>
${doubt ? `<p class="doubt">${text(say.doubt)} <q lang="en">${text(doubt)}</q></p>` : ''}
<p class="asked">${text(say.asked)}</p><p class="boxes" aria-hidden="true">${'<i></i>'.repeat(PEOPLE)}</p>
<p class="asked">${text(say.noted)}</p><p class="write" aria-hidden="true"></p></li>`
  }
  const group = (say: Words, [name, pictures]: (typeof sprites)[number]) => {
    const key = [`${name}.q`, `${name}.title`].find(i => dutch.has(i)) ?? (name === 'area' ? 'good.q' : undefined)
    const title = key ? `<span lang="nl">${text(dutch.get(key)!.replace('{{place}}', '…'))}</span>` : text(name)
    return `<section class="looks" aria-labelledby="page-${name}"><h2 id="page-${name}">${title} <small>${name}</small></h2>
<ul>${pictures.map(code => card(say, code)).join('\n')}</ul></section>`
  }
  return html(
    language,
    `pictures/${beside}/`,
    say => `<header class="sky sky--low"><p><a href="${up}">${text(say.back)}</a></p>
<h1>${text(say.picturesTitle)}</h1><p>${text(say.picturesLead)}</p>
<p class="rule">${text(say.picturesRule)}</p></header>
<main>
<div class="beside"><p>${text(say.picturesBeside)}</p><ul>${links.join('')}</ul></div>
<p class="group">${text(say.picturesGroup)} ${inOther(other.name)} <span class="write" aria-hidden="true"></span></p>
${sprites.map(one => group(say, one)).join('\n')}
</main>`,
    'picturesTitle'
  )
}
