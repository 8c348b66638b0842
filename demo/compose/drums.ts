import { type Instrument, sampleRate } from './score.ts'
import { addPartial, highPass, lowPass, silence, softenEnds } from './sound.ts'

function noise(seconds: number, random: () => number, decay: number): Float32Array {
  return silence(seconds).map(
    (_, index) => (random() * 2 - 1) * Math.exp((-index / sampleRate) * decay),
  )
}

/** A skin whose pitch falls as it slackens. */
export const kick: Instrument = ({ force }) => {
  const sound = silence(0.32)
  let turn = 0
  for (let index = 0; index < sound.length; index++) {
    const time = index / sampleRate
    turn += (2 * Math.PI * (48 + 90 * Math.exp(-time * 38))) / sampleRate
    sound[index] = force * Math.sin(turn) * Math.exp(-time * 11)
  }
  return softenEnds(sound, 0.002, 0.05)
}

/** Brushes on a snare: a sweep more than a stroke. */
export const brush: Instrument = ({ force }, random) => {
  const sound = highPass(lowPass(noise(0.24, random, 17), 6500), 900)
  addPartial(sound, 186, 0.18, 0.12)
  return softenEnds(sound, 0.008, 0.06).map((value) => value * force)
}

/** A snare with some wire. */
export const snare: Instrument = ({ force }, random) => {
  const sound = highPass(noise(0.28, random, 15), 1400)
  addPartial(sound, 192, 0.5, 0.16)
  addPartial(sound, 331, 0.25, 0.1)
  return softenEnds(sound, 0.0015, 0.08).map((value) => value * force)
}

/** A shaker, or a hat that is hardly opened. */
export const shaker: Instrument = ({ force }, random) => {
  const sound = highPass(noise(0.09, random, 48), 6000)
  return softenEnds(sound, 0.006, 0.03).map((value) => value * force)
}

/** A small room full of people: for as long as the note lasts. */
export const applause: Instrument = ({ seconds, force }, random) => {
  const sound = silence(seconds)
  const claps = Math.round(seconds * 140)
  for (let clap = 0; clap < claps; clap++) {
    const start = Math.floor(random() * (sound.length - 1200))
    const level = 0.15 + 0.35 * random()
    const colour = 0.25 + 0.5 * random()
    let smooth = 0
    for (let index = 0; index < 900; index++) {
      smooth += colour * (random() * 2 - 1 - smooth)
      const place = start + index
      sound[place] = (sound[place] ?? 0) + level * smooth * Math.exp(-index / 160)
    }
  }
  return softenEnds(highPass(sound, 500), seconds * 0.3, seconds * 0.6).map(
    (value) => value * force,
  )
}
