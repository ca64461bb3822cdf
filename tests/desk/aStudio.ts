import type { Studio } from '#desk/voices/studio.ts'

export interface TestStudio {
  readonly studio: Studio
  /** What the browser says when the page asks for the microphone. */
  answer: 'yes' | 'refused' | 'none'
  /** What comes out of the next recording. */
  take: Blob | 'failed'
  /** What was played: a take, or an address. */
  readonly played: (Blob | string)[]
  /** The sound that plays comes to its end, or cannot be heard. */
  end: (how?: 'heard' | 'failed') => void
  readonly isOpen: () => boolean
}

/** A microphone and a loudspeaker without a sound. */
export function aStudio(): TestStudio {
  let open = false
  const test: TestStudio = {
    answer: 'yes',
    take: new Blob(['take'], { type: 'audio/wav' }),
    played: [],
    end: () => {},
    isOpen: () => open,
    studio: {
      async record() {
        if (test.answer !== 'yes') return test.answer
        open = true
        return { level: () => 0.5, stop: async () => test.take }
      },
      play(sound) {
        test.played.push(sound)
        const { promise, resolve } = Promise.withResolvers<'heard' | 'failed'>()
        test.end = (how = 'heard') => resolve(how)
        return { stop: () => resolve('heard'), over: promise }
      },
      close: () => void (open = false)
    }
  }
  return test
}
