/**
 * Chromaprint's compressed fingerprint, in URL-safe base64: one byte for the algorithm, three for the count of
 * 32-bit words. Each word is what changed since the one before (XOR), told by the distances between its set
 * bits: three bits each, 0 ends a word, 7 is continued in a table of five bits each behind the first.
 * https://github.com/acoustid/chromaprint/blob/master/src/fingerprint_decompressor.cpp
 */
export interface FingerprintWords {
  readonly algorithm: number
  readonly words: Uint32Array
}

/** Nobody makes longer ones: 120 s have 948 words. */
const mostWords = 100_000

/** Nothing where it is no fingerprint, or is cut short. */
export function readFingerprint(code: string): FingerprintWords | undefined {
  if (!/^[\w-]+={0,2}$/.test(code)) return undefined
  const bytes = Uint8Array.from(decode(code))
  const [algorithm = 0, high = 0, middle = 0, low = 0] = bytes
  const count = (high << 16) | (middle << 8) | low
  if (bytes.length < 4 || count > mostWords) return undefined
  const steps: number[] = []
  let bit = 32
  const take = (width: number) => {
    let value = 0
    for (let i = 0; i < width; i++, bit++) value |= (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) << i
    return value
  }
  for (let ended = 0; ended < count; ) {
    if (bit + 3 > bytes.length * 8) return undefined
    const step = take(3)
    steps.push(step)
    if (step === 0) ended++
  }
  bit = (bit + 7) & ~7
  for (const [i, step] of steps.entries()) {
    if (step !== 7) continue
    if (bit + 5 > bytes.length * 8) return undefined
    steps[i] = 7 + take(5)
  }
  return { algorithm, words: unpack(steps, count) }
}

function unpack(steps: readonly number[], count: number): Uint32Array {
  const words = new Uint32Array(count)
  let [word, position, at] = [0, 0, 0]
  for (const step of steps) {
    if (step > 0) {
      position += step
      if (position <= 32) word ^= 1 << (position - 1)
      continue
    }
    words[at++] = word
    position = 0
  }
  return words
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function* decode(code: string): Generator<number> {
  let [bits, width] = [0, 0]
  for (const letter of code.replace(/=+$/, '')) {
    bits = ((bits << 6) | alphabet.indexOf(letter)) & 0xfff
    width += 6
    if (width < 8) continue
    width -= 8
    yield (bits >> width) & 0xff
  }
}
