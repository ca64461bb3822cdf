import { type Language, type Words, words } from './words.ts'

/** Text that stands in a page as text, whatever is in it. */
export function text(value: string | number): string {
  return String(value).replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
}

/** A whole page of the demo, without script and without anything inline that the policy refuses. */
export function html(language: Language, path: string, body: (say: Words) => string, title: keyof Words): string {
  const say = words[language]
  const other = language === 'nl' ? 'en' : 'nl'
  const otherPath = `/demo/${other === 'en' ? 'en/' : ''}${path}`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(say[title])}</title>
<link rel="icon" href="/demo/icon.svg" type="image/svg+xml">
<link rel="preload" href="/fonts/waarheen-latin.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/demo/tokens.css">
<link rel="stylesheet" href="/demo/demo.css">
</head>
<body>
<nav><a class="other" href="${otherPath}" hreflang="${other}" lang="${other}">${text(say.other)}</a></nav>
${body(say)}
</body>
</html>
`
}
