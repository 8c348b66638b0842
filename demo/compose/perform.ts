import { seedRandom } from './random.ts'
import { reverberate } from './room.ts'
import { type Part, type Score, sampleRate } from './score.ts'
import { highPass, silence, softenEnds } from './sound.ts'

/** Interleaved stereo at 44.1 kHz. */
export interface Pcm {
  readonly sampleRate: number
  readonly channels: 2
  readonly samples: Int16Array
}

/** 1 dB below full scale, so that a lossy encoder has room. */
const peak = 10 ** (-1 / 20)

/** Plays a score: the same samples every time. */
export function perform(score: Score): Pcm {
  const random = seedRandom(score.title)
  const secondsPerBeat = 60 / score.beatsPerMinute
  const end = Math.max(
    ...score.parts.flatMap(({ notes }) => notes.map(({ at, beats }) => at + beats)),
  )
  const seconds = end * secondsPerBeat + score.tail
  const [left, right, room] = [silence(seconds), silence(seconds), silence(seconds)]
  for (const part of score.parts) playPart(part, secondsPerBeat, random, { left, right, room })
  for (const [channel, ear] of [
    [left, 'left'],
    [right, 'right'],
  ] as const) {
    const wet = reverberate(room, ear, 1.5)
    for (let index = 0; index < channel.length; index++) {
      channel[index] = (channel[index] ?? 0) + (wet[index] ?? 0)
    }
    softenEnds(highPass(channel, 22), 0.004, Math.min(0.7, score.tail))
  }
  return { sampleRate, channels: 2, samples: interleave(left, right) }
}

interface Buses {
  readonly left: Float32Array
  readonly right: Float32Array
  readonly room: Float32Array
}

function playPart(part: Part, secondsPerBeat: number, random: () => number, buses: Buses): void {
  const angle = ((part.pan + 1) * Math.PI) / 4
  const [toLeft, toRight] = [part.gain * Math.cos(angle), part.gain * Math.sin(angle)]
  const toRoom = part.gain * part.room
  for (const { at, beats, pitch, force } of part.notes) {
    // Nobody plays like a clock.
    const late = random() * 0.009
    const played = force * (0.92 + 0.16 * random())
    const tone = {
      hertz: 440 * 2 ** ((pitch - 69) / 12),
      seconds: beats * secondsPerBeat,
      force: Math.min(1, played),
    }
    const sound = part.instrument(tone, random)
    const start = Math.round((at * secondsPerBeat + late) * sampleRate)
    const length = Math.min(sound.length, buses.left.length - start)
    for (let index = 0; index < length; index++) {
      const value = sound[index] ?? 0
      const place = start + index
      buses.left[place] = (buses.left[place] ?? 0) + toLeft * value
      buses.right[place] = (buses.right[place] ?? 0) + toRight * value
      buses.room[place] = (buses.room[place] ?? 0) + toRoom * value
    }
  }
}

function interleave(left: Float32Array, right: Float32Array): Int16Array {
  let most = 1e-9
  for (const channel of [left, right]) {
    for (const value of channel) most = Math.max(most, Math.abs(value))
  }
  const scale = (32767 * peak) / most
  const samples = new Int16Array(left.length * 2)
  for (let index = 0; index < left.length; index++) {
    samples[2 * index] = Math.round((left[index] ?? 0) * scale)
    samples[2 * index + 1] = Math.round((right[index] ?? 0) * scale)
  }
  return samples
}
