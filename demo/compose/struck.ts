import { type Instrument, sampleRate } from './score.ts'
import { addPartial, silence, softenEnds } from './sound.ts'

/** An electric piano by frequency modulation (Chowning 1973): a mellow body and a short bright tine. */
export const electricPiano: Instrument = ({ hertz, seconds, force }) => {
  const sound = silence(seconds + 0.35)
  const step = (2 * Math.PI * hertz) / sampleRate
  for (let index = 0; index < sound.length; index++) {
    const time = index / sampleRate
    const body = Math.exp(-time * (1.1 + hertz / 700))
    const tine = Math.exp(-time * 9)
    const bend = (0.9 * force + 0.25) * body
    const tone = Math.sin(step * index + bend * Math.sin(step * index))
    const ring =
      tine < 0.01 ? 0 : tine * Math.sin(step * index + 0.7 * tine * Math.sin(14 * step * index))
    sound[index] = force * (0.72 * body * tone + 0.22 * ring)
  }
  return softenEnds(sound, 0.003, 0.3)
}

/** Steel bars: partials where a free bar has them (1, 2.76, 5.40), each dying at its own pace. */
export const glockenspiel: Instrument = ({ hertz, force }) => {
  const sound = silence(1.9)
  addPartial(sound, hertz, 0.7 * force, 1.9)
  addPartial(sound, hertz * 2.756, 0.28 * force, 0.7)
  addPartial(sound, hertz * 5.404, 0.12 * force, 0.25)
  return softenEnds(sound, 0.002, 0.4)
}

/** A music box: a comb's tooth, nearly harmonic, with a click of the pin. */
export const musicBox: Instrument = ({ hertz, force }, random) => {
  const sound = silence(1.6)
  addPartial(sound, hertz, 0.6 * force, 1.5)
  addPartial(sound, hertz * 2.003, 0.2 * force, 1)
  addPartial(sound, hertz * 4.02, 0.16 * force, 0.45)
  addPartial(sound, hertz * 6.3, 0.1 * force, 0.16)
  for (let index = 0; index < 180; index++) {
    sound[index] = (sound[index] ?? 0) + 0.05 * force * (random() - 0.5) * (1 - index / 180)
  }
  return softenEnds(sound, 0.0015, 0.4)
}
