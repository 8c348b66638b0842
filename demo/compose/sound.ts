import { sampleRate } from './score.ts'

/** Silence of a length. */
export function silence(seconds: number): Float32Array {
  return new Float32Array(Math.max(1, Math.ceil(seconds * sampleRate)))
}

/**
 * Adds a partial that dies away, as a struck or plucked body has: a two-pole resonator started by one
 * push, which costs two multiplications a sample. `decay` is the time to fall by 60 dB, in seconds.
 */
export function addPartial(
  into: Float32Array,
  hertz: number,
  level: number,
  decay: number,
  phase = 0,
): void {
  if (hertz > sampleRate * 0.45) return
  const step = (2 * Math.PI * hertz) / sampleRate
  const loss = 0.001 ** (1 / (decay * sampleRate))
  const turn = 2 * loss * Math.cos(step)
  const square = loss * loss
  let before = Math.sin(phase - 2 * step) / square
  let last = Math.sin(phase - step) / loss
  const end = Math.min(into.length, Math.ceil(decay * 1.2 * sampleRate))
  for (let index = 0; index < end; index++) {
    const now = turn * last - square * before
    before = last
    last = now
    into[index] = (into[index] ?? 0) + level * now
  }
}

/** Rises from and falls to nothing, so that no tone clicks. */
export function softenEnds(sound: Float32Array, attack: number, release: number): Float32Array {
  const up = Math.min(sound.length, Math.max(1, Math.round(attack * sampleRate)))
  const down = Math.min(sound.length, Math.max(1, Math.round(release * sampleRate)))
  for (let index = 0; index < up; index++) {
    sound[index] = (sound[index] ?? 0) * raised(index / up)
  }
  for (let index = 0; index < down; index++) {
    const place = sound.length - 1 - index
    sound[place] = (sound[place] ?? 0) * raised(index / down)
  }
  return sound
}

/** From 0 to 1 without a corner. */
export function raised(part: number): number {
  return 0.5 - 0.5 * Math.cos(Math.PI * part)
}

/** One pole: a low-pass below `hertz`. */
export function lowPass(sound: Float32Array, hertz: number): Float32Array {
  const share = 1 - Math.exp((-2 * Math.PI * hertz) / sampleRate)
  let level = 0
  for (let index = 0; index < sound.length; index++) {
    level += share * ((sound[index] ?? 0) - level)
    sound[index] = level
  }
  return sound
}

/** What the low-pass leaves over. Takes away DC when `hertz` is below hearing. */
export function highPass(sound: Float32Array, hertz: number): Float32Array {
  const share = 1 - Math.exp((-2 * Math.PI * hertz) / sampleRate)
  let level = 0
  for (let index = 0; index < sound.length; index++) {
    const now = sound[index] ?? 0
    level += share * (now - level)
    sound[index] = now - level
  }
  return sound
}
