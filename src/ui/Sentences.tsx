/** A helper under a title. Each sentence stays together on its line as far as there is room. */
export function Sentences({ text, id }: { text: string; id?: string }) {
  // Safari 15 has no look-behind, so this takes sentences instead of cutting between them.
  const sentences = text.match(/[^.?!؟።]+[.?!؟።]*/gu)?.map(i => i.trim()) ?? []
  return (
    <p class="help" id={id}>
      {sentences.flatMap((sentence, i) => [i > 0 && ' ', <span key={sentence}>{sentence}</span>])}
    </p>
  )
}
