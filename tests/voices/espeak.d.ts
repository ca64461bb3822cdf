declare module '@echogarden/espeak-ng-emscripten' {
  /** What we use of eSpeak NG; the package has no types of its own. */
  export interface Speaker {
    /** 0: it speaks this language. */
    set_voice(name: string, language: string, variant: number): number
    set_rate(wordsAMinute: number): void
    get_samplerate(): number
    synthesize(text: string, heard: (samples: Int16Array | null) => boolean): void
  }
  export default function init(): Promise<{ readonly eSpeakNGWorker: new () => Speaker }>
}
