/** What we look at of a voice of the device. */
export type DeviceVoice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

// Android writes nl_NL
const partsOf = (tag: string) => tag.toLowerCase().split(/[-_]/)

/**
 * The voice of this device for a language: one that speaks that very language and stays on the device. A network voice
 * would send what is read to its maker, so it counts as none.
 */
export function ownVoice<V extends DeviceVoice>(voices: readonly V[], language: string): V | undefined {
  const [wanted] = partsOf(language)
  const mine = voices.filter(i => i.localService === true && partsOf(i.lang)[0] === wanted)
  // Dutch of the Netherlands before that of Belgium, unless the device has chosen
  return mine.find(i => i.default) ?? mine.find(i => partsOf(i.lang)[1] === wanted) ?? mine[0]
}
