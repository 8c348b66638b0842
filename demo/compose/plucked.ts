import { type Instrument, sampleRate } from './score.ts'
import { addPartial, highPass, lowPass, silence, softenEnds } from './sound.ts'

/**
 * A steel string after Karplus and Strong (1983), with Jaffe and Smith's fractional delay for true
 * pitch: a burst of noise runs round a loop that dulls it a little each time.
 */
export const guitar: Instrument = ({ hertz, seconds, force }, random) => {
  const sound = silence(Math.max(seconds, 1.4) + 0.3)
  const period = sampleRate / hertz - 0.5
  const whole = Math.floor(period)
  const between = period - whole
  const loop = new Float32Array(whole + 1)
  for (let index = 0; index < loop.length; index++) loop[index] = random() * 2 - 1
  // A soft finger leaves the high partials out; plucking off the middle takes some of them away.
  lowPass(loop, 900 + 4200 * force)
  const pick = Math.max(1, Math.round(whole * 0.21))
  const burst = loop.map((value, index) => value - 0.8 * (loop[(index + pick) % loop.length] ?? 0))
  const keep = 0.001 ** (1 / (hertz * (1.2 + 240 / hertz)))
  let place = 0
  let last = 0
  for (let index = 0; index < sound.length; index++) {
    const after = (place + 1) % burst.length
    const now = (burst[place] ?? 0) * between + (burst[after] ?? 0) * (1 - between)
    burst[place] = keep * (0.5 * now + 0.5 * last)
    last = now
    sound[index] = now * force
    place = after
  }
  return softenEnds(highPass(sound, 70), 0.0025, 0.25)
}

/** An upright bass: few partials, a finger's thump, dead soon. */
export const uprightBass: Instrument = ({ hertz, seconds, force }) => {
  const sound = silence(Math.min(seconds, 1.6) + 0.18)
  const levels = [1, 0.6, 0.4, 0.2, 0.1, 0.05]
  for (const [index, level] of levels.entries()) {
    const partial = index + 1
    addPartial(sound, hertz * partial * (1 + 0.0002 * partial ** 2), level * force, 2.6 / partial)
  }
  addPartial(sound, 92, 0.35 * force, 0.09)
  return softenEnds(sound, 0.006, 0.14)
}

/** A synthesiser's pluck: all partials of a saw, the high ones gone first, two voices a little apart. */
export const synthPluck: Instrument = ({ hertz, seconds, force }) => {
  const sound = silence(Math.max(seconds, 0.25) + 0.25)
  for (const detune of [0.9975, 1.0025]) {
    for (let partial = 1; partial <= 10; partial++) {
      const level = (0.5 * force) / partial
      addPartial(sound, hertz * partial * detune, level, 1.5 / (1 + 0.55 * partial), partial * 0.7)
    }
  }
  return softenEnds(sound, 0.004, 0.12)
}
