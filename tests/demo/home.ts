import { html, text } from './html.ts'
import type { Links } from './start.ts'
import type { Language } from './words.ts'

/** Own drawings in the look's ink; each lies on a pebble. */
const drawings = {
  phone: '<rect x="35" y="16" width="26" height="48" rx="6"/><path d="M44 57h8"/>',
  tablet:
    '<path d="M34 74l10-16M62 74l-10-16"/><rect x="20" y="18" width="56" height="42" rx="6"/><path d="M68 36v6"/>',
  desk: '<path d="M14 66h68M22 66v-8M74 66v-8"/><rect x="24" y="20" width="48" height="32" rx="4"/><path d="M32 30h18M32 38h28"/><circle class="yours" cx="64" cy="30" r="4"/>',
  pictures:
    '<rect x="16" y="22" width="30" height="40" rx="4"/><rect x="50" y="22" width="30" height="40" rx="4"/><circle class="yours" cx="31" cy="36" r="6"/><path d="M22 54l9-10 9 10M58 54h14M58 46h14M58 34h8"/>',
  server:
    '<rect x="20" y="24" width="56" height="40" rx="5"/><path d="M20 30l28 20 28-20"/><rect class="yours" x="39" y="44" width="18" height="14" rx="3"/><path d="M43 44v-4a5 5 0 0 1 10 0v4"/>'
}

const landscape = `<svg class="land" viewBox="0 0 1280 230" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<path class="deep" d="M692 110L0 146v74zM692 110l588 18v30zM692 110l588 62v52z"/>
<path class="line" d="M-2000 110h5280"/>
<path class="goal" d="M634 110c2-46 30-72 62-70 38 2 62 28 58 70z"/>
<g class="stones"><ellipse cx="686" cy="124" rx="17" ry="5"/><ellipse cx="672" cy="140" rx="28" ry="8"/><ellipse cx="700" cy="162" rx="42" ry="11"/><ellipse cx="650" cy="194" rx="62" ry="16"/></g>
</svg>`

/** The goal on the horizon, as the tab shows it. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#cfe3df" d="M0 0h64v40H0z"/><path fill="#eef0e4" d="M0 40h64v24H0z"/><path fill="#f6c642" stroke="#10312f" stroke-width="4" d="M14 40c0-16 8-26 19-26s18 10 18 26z"/><path stroke="#10312f" stroke-width="4" d="M0 40h64"/></svg>'

/** The one page with all ways in. */
export function homePage(language: Language, links: Links): string {
  const tile = (kind: keyof typeof drawings, address: string, name: string, hint: string, own = false) =>
    `<li><a class="tile" href="${text(address)}"${own ? '' : ' target="_blank" rel="noopener"'}>
<svg class="drawing" viewBox="0 0 96 84" aria-hidden="true"><path class="plate" d="M48 4c30 0 44 14 42 40S72 80 46 80 4 66 6 42 20 4 48 4z"/>${drawings[kind]}</svg>
<strong>${text(name)}</strong><span>${text(hint)}</span></a></li>`
  return html(
    language,
    '',
    say => `<header class="sky"><h1>${text(say.title)}</h1><p>${text(say.lead)}</p></header>
${landscape}
<main>
<ul class="tiles">
${tile('phone', links.phone, say.phone, say.phoneHint)}
${tile('tablet', links.tablet, say.tablet, say.tabletHint)}
${tile('desk', links.desk, say.desk, say.deskHint)}
${tile('server', 'server/', say.server, say.serverHint, true)}
${tile('pictures', 'pictures/ar/', say.pictures, say.picturesHint, true)}
</ul>
<section class="tries"><h2>${text(say.tries)}</h2>
<ul>${[say.try1, say.try2, say.try3].map(one => `<li>${text(one)}</li>`).join('')}</ul>
<p>${text(say.ends)}</p></section>
</main>`,
    'title'
  )
}
