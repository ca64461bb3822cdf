import type { Clips } from '#speech/clips.ts'
import type { Mouth } from '#speech/mouth.ts'

/** Opens the voices of a language. Fetches its own code, so it throws where that cannot be fetched. */
export type Speech = (language: string, onChange: () => void) => Promise<Mouth>

/** What this device has: its own voices, and what plays clips. */
export type Ears = Pick<Window, 'speechSynthesis'>

/** The voices of this device and of the place. */
export function speechHere(
  { speechSynthesis }: Partial<Ears>,
  openClips: (language: string) => Promise<Clips>
): Speech {
  // one for the whole visit: a browser lets an element play that a tap once started
  let audio: HTMLAudioElement | undefined
  return async (language, onChange) => {
    const { openMouth } = await import('#speech/mouth.ts')
    audio ??= new Audio()
    return openMouth(language, {
      clips: openClips(language),
      synthesis: speechSynthesis,
      utter: text => new SpeechSynthesisUtterance(text),
      audio,
      onChange
    })
  }
}
