import { LONGEST, RATE } from '#wire/voices.ts'

import { writeWav } from './wav.ts'

/** A recording that runs. */
export interface Running {
  /** How loud it is now, from 0 to 1. */
  readonly level: () => number
  /** Ends it; `failed` when nothing usable came of it. */
  readonly stop: () => Promise<Blob | 'failed'>
}

/** A sound that plays; `heard` when it came to its end or was stopped. */
export interface Playing {
  readonly stop: () => void
  readonly over: Promise<'heard' | 'failed'>
}

/** The microphone and the loudspeaker of a desk. */
export interface Studio {
  /** `refused`: the person or the browser said no. `none`: there is no microphone. */
  readonly record: () => Promise<Running | 'refused' | 'none'>
  /** A take, or the address of a recording. */
  readonly play: (sound: Blob | string) => Playing
  /** Lets go of the microphone. */
  readonly close: () => void
}

/** What a browser brings for it. Some have no microphone at all, as a page without https. */
export interface Devices {
  readonly mediaDevices: Pick<MediaDevices, 'getUserMedia'> | undefined
  readonly MediaRecorder: typeof globalThis.MediaRecorder | undefined
  readonly AudioContext: typeof globalThis.AudioContext
  readonly OfflineAudioContext: typeof globalThis.OfflineAudioContext
  readonly Audio: typeof globalThis.Audio
}

/** The microphone stays open between two sentences: some browsers ask anew each time. */
export function studio(devices: Devices): Studio {
  let open: { stream: MediaStream; level: () => number; end: () => void } | undefined

  const microphone = async () => {
    if (open) return open
    const wish = { channelCount: 1, noiseSuppression: true, autoGainControl: true }
    const stream = await devices.mediaDevices!.getUserMedia({ audio: wish })
    const context = new devices.AudioContext()
    const ear = context.createAnalyser()
    context.createMediaStreamSource(stream).connect(ear)
    const wave = new Float32Array(ear.fftSize)
    const level = () => {
      ear.getFloatTimeDomainData(wave)
      return wave.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
    }
    const end = () => {
      for (const track of stream.getTracks()) track.stop()
      void context.close()
    }
    // the plug came out
    stream.getTracks()[0]?.addEventListener('ended', () => (open = undefined))
    return (open = { stream, level, end })
  }

  return {
    async record() {
      if (!devices.mediaDevices || !devices.MediaRecorder) return 'none'
      try {
        const { stream, level } = await microphone()
        return { level, stop: await record(stream, devices) }
      } catch (error) {
        const { name } = error as DOMException
        return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'none'
      }
    },
    play: sound => play(new devices.Audio(), sound),
    close() {
      open?.end()
      open = undefined
    }
  }
}

/** Begins at once; the answer ends it. */
async function record(stream: MediaStream, devices: Devices): Promise<Running['stop']> {
  const recorder = new devices.MediaRecorder!(stream)
  const parts: Blob[] = []
  const ended = new Promise<void>(resolve => {
    recorder.addEventListener('stop', () => resolve())
    recorder.addEventListener('error', () => resolve())
  })
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const begun = new Promise<void>(resolve => recorder.addEventListener('start', () => resolve(), { once: true }))
  recorder.start()
  await begun
  return async () => {
    if (recorder.state !== 'inactive') recorder.stop()
    await ended
    try {
      // a context of that rate decodes into that rate
      const context = new devices.OfflineAudioContext(1, RATE, RATE)
      const sound = await context.decodeAudioData(await new Blob(parts, { type: recorder.mimeType }).arrayBuffer())
      return writeWav(mono(sound).subarray(0, LONGEST * RATE))
    } catch {
      return 'failed'
    }
  }
}

function mono(sound: AudioBuffer): Float32Array {
  const channels = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i))
  return Float32Array.from(
    { length: sound.length },
    (_, i) => channels.reduce((sum, c) => sum + c[i]!, 0) / channels.length
  )
}

function play(audio: HTMLAudioElement, sound: Blob | string): Playing {
  const address = typeof sound === 'string' ? sound : URL.createObjectURL(sound)
  let stop = () => {}
  const over = new Promise<'heard' | 'failed'>(resolve => {
    const end = (how: 'heard' | 'failed') => () => {
      audio.pause()
      if (address !== sound) URL.revokeObjectURL(address)
      resolve(how)
    }
    stop = end('heard')
    audio.addEventListener('ended', end('heard'))
    audio.addEventListener('error', end('failed'))
    audio.src = address
    audio.play().catch(end('failed'))
  })
  return { stop, over }
}
