import { type Instrument, sampleRate, type Tone } from './score.ts'
import { raised, silence, softenEnds } from './sound.ts'

const tableLength = 2048

/** One turn of a tone with these partials, loudest at 1. */
function makeTable(levels: readonly number[]): Float32Array {
  const table = new Float32Array(tableLength)
  for (const [index, level] of levels.entries()) {
    for (let place = 0; place < tableLength; place++) {
      const angle = (2 * Math.PI * (index + 1) * place) / tableLength + index * 0.9
      table[place] = (table[place] ?? 0) + level * Math.sin(angle)
    }
  }
  const peak = table.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return table.map((value) => value / peak)
}

interface Voice {
  readonly detune: number
  readonly vibrato: number
  readonly attack: number
  readonly release: number
}

/** Reads a table round and round at a pitch that may waver once the tone stands. */
function sing(tone: Tone, table: Float32Array, voice: Voice, into = tones(tone, voice)) {
  const { hertz, force } = tone
  let place = (hertz * 7.3) % tableLength
  let step = 0
  for (let index = 0; index < into.length; index++) {
    if (index % 32 === 0) {
      const time = index / sampleRate
      const depth = voice.vibrato * raised(Math.min(1, time / 0.5))
      const pitch = hertz * voice.detune * (1 + depth * Math.sin(2 * Math.PI * 5.2 * time))
      step = (pitch * tableLength) / sampleRate
    }
    place += step
    if (place >= tableLength) place -= tableLength
    const whole = Math.floor(place)
    const near = table[whole] ?? 0
    const next = table[(whole + 1) % tableLength] ?? 0
    into[index] = (into[index] ?? 0) + force * (near + (next - near) * (place - whole))
  }
  return into
}

const tones = ({ seconds }: Tone, { release }: Voice) => silence(seconds + release)

const reeds = makeTable([1, 0.75, 0.6, 0.42, 0.38, 0.22, 0.2, 0.12, 0.1, 0.06])
const strings = makeTable([1, 0.5, 0.36, 0.22, 0.16, 0.1, 0.07, 0.04])
const pipe = makeTable([1, 0.28, 0.12, 0.03])

/** Two reeds a few cents apart, as a musette is tuned: they beat. */
export const accordion: Instrument = (tone) => {
  const voice = { detune: 0.9982, vibrato: 0, attack: 0.03, release: 0.07 }
  const sound = sing(tone, reeds, voice)
  sing(tone, reeds, { ...voice, detune: 1.0025 }, sound)
  return softenEnds(sound, voice.attack, voice.release)
}

/** A few strings far away: three voices, slow to come and go. */
export const strings3: Instrument = (tone) => {
  const attack = Math.min(0.5, tone.seconds * 0.4)
  const voice = { detune: 1, vibrato: 0.0022, attack, release: 0.45 }
  const sound = sing(tone, strings, voice)
  sing(tone, strings, { ...voice, detune: 0.9966, vibrato: 0 }, sound)
  sing(tone, strings, { ...voice, detune: 1.0037, vibrato: 0.0031 }, sound)
  return softenEnds(sound, attack, voice.release)
}

/** A whistle: nearly a sine, with breath in it and a vibrato that comes late. */
export const whistle: Instrument = (tone, random) => {
  const voice = { detune: 1, vibrato: 0.006, attack: 0.045, release: 0.09 }
  const sound = sing(tone, pipe, voice)
  let breath = 0
  for (let index = 0; index < sound.length; index++) {
    breath += 0.25 * (random() - 0.5 - breath)
    const start = Math.exp((-index / sampleRate) * 18)
    sound[index] = (sound[index] ?? 0) + tone.force * breath * (0.07 + 0.3 * start)
  }
  return softenEnds(sound, voice.attack, voice.release)
}
