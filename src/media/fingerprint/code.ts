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

/** Real ones are not longer: 120 s have 948 words. */
const MAX_WORDS = 100_000

/** Nothing where it is no fingerprint, or is cut short. */
export function readFingerprint(code: string): FingerprintWords | undefined {
  if (!/^[\w-]+={0,2}$/.test(code)) return undefined
  const bytes = Buffer.from(code, 'base64url')
  const [algorithm = 0, high = 0, middle = 0, low = 0] = bytes
  const count = (high << 16) | (middle << 8) | low
  if (bytes.length < 4 || count > MAX_WORDS) return undefined
  const end = bytes.length * 8
  const take = (bit: number, width: number) => {
    const at = bit >> 3
    return (((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)) >> (bit & 7)) & ((1 << width) - 1)
  }
  const first = 32
  let bit = first
  for (let ended = 0; ended < count; bit += 3) {
    if (bit + 3 > end) return undefined
    if (take(bit, 3) === 0) ended++
  }
  let table = (bit + 7) & ~7
  const words = new Uint32Array(count)
  let [word, position, at] = [0, 0, 0]
  for (let step = first; step < bit; step += 3) {
    const distance = take(step, 3)
    if (distance === 0) {
      words[at++] = word
      position = 0
      continue
    }
    position += distance
    if (distance === 7) {
      if (table + 5 > end) return undefined
      position += take(table, 5)
      table += 5
    }
    if (position <= 32) word ^= 1 << (position - 1)
  }
  return { algorithm, words }
}
