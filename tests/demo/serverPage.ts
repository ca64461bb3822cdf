import { labels } from '#tests/intake/locales.ts'
import { HEADER_LENGTH } from '#wire/envelope.ts'

import { html, text } from './html.ts'
import type { StoredCard } from './stored.ts'
import type { Language, Words } from './words.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Each card twice: as the server has it, and as the desk reads it. */
export function serverPage(language: Language, cards: readonly StoredCard[]): string {
  return html(
    language,
    'server/',
    say => `<header class="sky sky--low"><p><a href="../">${text(say.back)}</a></p>
<h1>${text(say.serverTitle)}</h1><p>${text(say.serverLead)}</p></header>
<main>
<p class="refresh">${text(cards.length ? say.refresh : say.none)}</p>
${cards.map((card, i) => pair(language, say, card, i)).join('\n')}
</main>`,
    'serverTitle'
  )
}

function pair(language: Language, say: Words, card: StoredCard, i: number): string {
  return `<article class="pair">
<section aria-label="${text(say.kept)} ${i + 1}"><h2>${text(say.kept)}</h2>${kept(language, say, card, i)}</section>
<section class="opened" aria-label="${text(say.read)} ${i + 1}"><h2>${text(say.read)}</h2>${read(language, say, card)}</section>
</article>`
}

function kept(language: Language, say: Words, card: StoredCard, i: number): string {
  const { header, bytes, receivedAt, searched, control } = card
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' }).format(receivedAt)
  const rows: [string, string][] = [
    [say.arrived, time],
    [say.place, hex(header.location)],
    [say.epoch, String(header.epoch)],
    [say.id, hex(header.id)],
    [say.schema, String(header.schemaVersion)],
    [say.here, header.hereNow ? say.yes : say.no],
    [say.withdraw, hex(header.withdrawHash)]
  ]
  const found = (count: number) => say.found.replace('{{count}}', String(count))
  const sealed = bytes.slice(HEADER_LENGTH)
  return `<dl class="header">${rows.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('')}</dl>
<p>${text(say.sealed.replace('{{count}}', sealed.length.toLocaleString(language)))}</p>
<pre class="bytes" tabindex="0" role="region" aria-label="${text(say.bytes)} ${i + 1}">${hex(sealed)}</pre>
<h3>${text(say.searched)}</h3>
<ul class="searched">${searched.map(one => `<li><q>${text(one.text)}</q> ${found(one.found)}</li>`).join('')}
<li>${text(say.control)}: ${found(control)}</li></ul>`
}

function read(language: Language, say: Words, { summary, lines }: StoredCard): string {
  const label = labels(language, 'De Oefenwinkel')
  const { word, digits } = summary.code
  const rows = lines.map(line => {
    const values = line.values.map(value => {
      if ('text' in value) return `<bdi${value.lang ? ` lang="${text(value.lang)}"` : ''}>${text(value.text)}</bdi>`
      return text(label(value.key)) + (value.note ? ` <small>${text(label(value.note))}</small>` : '')
    })
    return `<dt>${text(label(line.label))}</dt>${values.map(value => `<dd>${value}</dd>`).join('')}`
  })
  return `<dl class="lines"><dt>${text(say.code)}</dt><dd>${text(label(word))} ${text(digits)}</dd>${rows.join('')}</dl>`
}
