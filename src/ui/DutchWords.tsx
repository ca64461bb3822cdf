const BRACKETED = /\((uitkering|gemeente|dagbesteding|BSN|Autoriteit Persoonsgegevens|balie|spatie)\)/

/** A text in which the Dutch words that people know from their letters stand apart: heard as Dutch, and in their order. */
export function DutchWords({ text }: { text: string }) {
  // every second part is what the expression caught
  return <>{text.split(BRACKETED).map((part, i) => (i % 2 ? <bdi lang="nl">({part})</bdi> : part))}</>
}
