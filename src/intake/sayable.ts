/** Groups of texts in the order in which a resident meets them; what is not named comes last, in its own order. */
const order = (
  'app lang listen attract welcome talk chapter common area good change scale direction week load support drive ' +
  'strength ask step stepOwn when with sure smaller extra card share contact followup name speaks confirm code codeWord digit ' +
  'sync done home withdraw stop idle help privacy oneSwitch resume tab error'
).split(' ')

/** Groups that no resident hears: they are for staff, for paper, or for a page from before the conversation. */
const unsaid = ['staff', 'enrol', 'print', 'place', 'practice']

/** The same, for single texts. On the first page of a tablet only its invitation is for residents. */
const alsoUnsaid = new Set([
  'app.short',
  'error.tooOld',
  ...['storage', 'full', 'forged', 'revoked', 'clock', 'portal', 'silent', 'late', 'parked'].map(i => `attract.${i}`)
])

const SPOKEN = 'spoken.'
const PLURAL = /_(zero|one|two|few|many|other)$/

/**
 * The keys of the clips that one language can have, in the order of the conversation. A text with a name or a number in
 * it is said by its spoken form, which stands where the text stands; without one it cannot be recorded.
 *
 * @param texts the resident's texts of the language, key to text
 */
export function sayable(texts: ReadonlyMap<string, string>): readonly string[] {
  const clips = new Set<string>()
  for (const [key, text] of inOrder(texts)) {
    const [group = ''] = key.split('.')
    if (unsaid.includes(group) || alsoUnsaid.has(key)) continue
    const spoken = SPOKEN + key.replace(PLURAL, '')
    if (texts.has(spoken)) clips.add(spoken)
    else if (!text.includes('{{') && text.trim() !== '') clips.add(key)
  }
  return [...clips]
}

function inOrder(texts: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const at = (key: string) => {
    const place = order.indexOf(key.split('.')[0]!)
    return place < 0 ? order.length : place
  }
  // the sort is stable: inside a group the order of the file stays
  return [...texts].filter(([key]) => !key.startsWith(SPOKEN)).sort(([a], [b]) => at(a) - at(b))
}
