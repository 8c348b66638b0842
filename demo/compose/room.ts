import { sampleRate } from './score.ts'

// Schroeder's arrangement, with Moorer's damped combs: four in parallel, two all-passes behind them.
// Lengths in samples, without common factors; those of the right ear a little longer.
const combs = [1687, 1601, 2053, 2251]
const passes = [347, 113]
const wider = 23

/** The sound of a small hall: what comes back of `dry` to one ear. */
export function reverberate(
  dry: Float32Array,
  ear: 'left' | 'right',
  seconds: number,
): Float32Array {
  const wet = new Float32Array(dry.length)
  const more = ear === 'left' ? 0 : wider
  for (const comb of combs) {
    const length = comb + more
    const loop = new Float32Array(length)
    const keep = 0.001 ** (length / sampleRate / seconds)
    let dull = 0
    let place = 0
    for (let index = 0; index < dry.length; index++) {
      const now = loop[place] ?? 0
      dull += 0.62 * (now - dull)
      loop[place] = (dry[index] ?? 0) + keep * dull
      place = place + 1 === length ? 0 : place + 1
      wet[index] = (wet[index] ?? 0) + 0.38 * now
    }
  }
  for (const pass of passes) {
    const loop = new Float32Array(pass + more)
    let place = 0
    for (let index = 0; index < wet.length; index++) {
      const held = loop[place] ?? 0
      const now = wet[index] ?? 0
      const out = held - 0.5 * now
      loop[place] = now + 0.5 * out
      wet[index] = out
      place = place + 1 === loop.length ? 0 : place + 1
    }
  }
  return wet
}
