/**
 * Lets a computer read out a language: `npm run voices -- ti fa`. Makes `public/audio/<language>/voice.mp3`, all clips
 * one after the other in the order of the conversation, and `index.json`, which says where each one lies and from which
 * text it was made. The same texts give the same bytes. eSpeak NG (GPL) works here only, and is not part of the product.
 */
import init, { type Speaker } from '@echogarden/espeak-ng-emscripten'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

import { sayable } from '#intake/sayable.ts'
import { encodeMp3 } from '#server/voices/mp3.ts'
import { tidySound } from '#server/voices/sound.ts'
import { textMark } from '#wire/textMark.ts'
import { RATE, VOICE_BUDGET, type VoicePack } from '#wire/voices.ts'

import { table } from '../texts/tables.ts'

/** Words a minute: slower than people talk. */
const SPEED = 140

/** One program per language, so that no language hears what was said before it. */
async function speakerOf(language: string): Promise<Speaker | undefined> {
  const { eSpeakNGWorker } = await init()
  const speaker = new eSpeakNGWorker()
  if (speaker.set_voice(language, language, 0) !== 0) return undefined
  if (speaker.get_samplerate() !== RATE) throw new Error(`eSpeak NG speaks at ${speaker.get_samplerate()} a second`)
  speaker.set_rate(SPEED)
  return speaker
}

function say(speaker: Speaker, text: string): Float32Array {
  const parts: Int16Array[] = []
  speaker.synthesize(text, samples => {
    if (samples?.length) parts.push(samples.slice())
    return false
  })
  return Float32Array.from(
    parts.flatMap(part => [...part]),
    sample => sample / 32_768
  )
}

async function build(language: string): Promise<void> {
  const texts = table(language, 'resident')
  const speaker = await speakerOf(language)
  if (!speaker) {
    console.error(`${language}: eSpeak NG does not speak this language. It waits for a recording (desk, "Stemmen").`)
    process.exitCode = 1
    return
  }
  const clips: VoicePack['clips'] = {}
  const sounds: Uint8Array[] = []
  let length = 0
  for (const key of sayable(texts)) {
    const text = texts.get(key)!
    const sound = tidySound(say(speaker, text), RATE)
    if (sound === 'silent') throw new Error(`${language}: nothing is heard of ${key}`)
    const mp3 = await encodeMp3(sound)
    clips[key] = [length, mp3.length, await textMark(text)]
    sounds.push(mp3)
    length += mp3.length
  }
  if (length > VOICE_BUDGET) throw new Error(`${language}: ${length} bytes are more than ${VOICE_BUDGET}`)
  const folder = `public/audio/${language}`
  mkdirSync(folder, { recursive: true })
  const pack: VoicePack = { made: 'generated', by: 'eSpeak NG', length, clips }
  // one clip a line, so that a change shows what changed
  const lines = Object.entries(clips).map(([key, clip]) => `  ${JSON.stringify(key)}: ${JSON.stringify(clip)}`)
  const { clips: _, ...head } = pack
  writeFileSync(`${folder}/voice.mp3`, Buffer.concat(sounds))
  writeFileSync(
    `${folder}/index.json`,
    `${JSON.stringify(head, null, 1).replace(/\n}$/, ',')}\n "clips": {\n${lines.join(',\n')}\n }\n}\n`
  )
  tellMeta(language)
  console.log(`${language}: ${sounds.length} clips, ${(length / 1000).toFixed(0)} KB`)
}

/** `meta.json` says that there is a voice, so that no page asks for one that is not there. */
function tellMeta(language: string): void {
  const file = `locales/${language}/meta.json`
  const meta = readFileSync(file, 'utf8')
  if (!meta.includes('"voice"')) writeFileSync(file, meta.replace(/\s*}\s*$/, ', "voice": "generated" }\n'))
}

const languages = process.argv.slice(2)
const known = readdirSync('locales')
if (languages.length === 0 || languages.some(i => !known.includes(i))) {
  console.error(`npm run voices -- <language> …   one or more of: ${known.join(' ')}`)
  process.exitCode = 1
} else for (const language of languages) await build(language)
