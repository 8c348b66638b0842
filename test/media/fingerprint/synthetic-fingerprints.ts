/** Made-up fingerprints, as much alike as those of real recordings are: for tests and benchmarks. */

/** Numbers from 0 to below 1, the same for the same seed: mulberry32. */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Of two minutes. */
const mostWords = 948

/**
 * From one word to the next four bits change on average, as in real music (3.4 to 4.4 of 16 tracks of 20). What is
 * quiet moves between few words, and those are common to many: unrelated ones share some.
 */
export function makeWords(random: () => number, { isQuiet = false, length = mostWords } = {}) {
  const words = new Uint32Array(length)
  const common = drawFrom(1 + Math.floor(random() * 40))
  const pool = Uint32Array.from({ length: 24 }, () => common() * 2 ** 32)
  let word = Math.floor(random() * 2 ** 32)
  for (let at = 0; at < length; at++) {
    const isCommon = isQuiet && random() < 0.05
    if (isCommon) word = pool[Math.floor(random() * pool.length)] ?? 0
    else word = flip(word, (isQuiet ? 2 : 4) / 32, random)
    words[at] = word
  }
  return words
}

/** Another rip of the recording: some bits are wrong, and it begins elsewhere. */
export function copyWords(
  words: Uint32Array,
  errorRate: number,
  shift: number,
  random: () => number,
): Uint32Array {
  const extra = makeWords(random, { length: Math.max(0, -shift) })
  const moved = [...extra, ...words.slice(Math.max(0, shift))].slice(0, words.length)
  return Uint32Array.from(moved, (word) => flip(word, errorRate, random))
}

function flip(word: number, part: number, random: () => number): number {
  let flipped = word
  // From one flipped bit to the next: cheaper than to ask for each of 32.
  const step = () => Math.floor(Math.log(1 - random()) / Math.log(1 - part))
  for (let bit = step(); bit < 32; bit += 1 + step()) flipped ^= 1 << bit
  return flipped >>> 0
}

/** As `readFingerprint` reads it. */
export function writeFingerprint(words: Uint32Array): string {
  const steps: number[] = []
  let before = 0
  for (const word of words) {
    let last = 0
    for (let bit = 1; bit <= 32; bit++)
      if (((word ^ before) >>> (bit - 1)) & 1) {
        steps.push(bit - last)
        last = bit
      }
    steps.push(0)
    before = word
  }
  const head = [1, words.length >> 16, (words.length >> 8) & 0xff, words.length & 0xff]
  const long = steps.filter((step) => step >= 7)
  const bytes = [
    ...head,
    ...pack(
      steps.map((step) => Math.min(step, 7)),
      3,
    ),
    ...pack(
      long.map((step) => step - 7),
      5,
    ),
  ]
  return Buffer.from(bytes).toString('base64url')
}

/** Least bit first; what is left of the last byte is empty. */
function pack(values: readonly number[], width: number): number[] {
  const bytes = new Array<number>(Math.ceil((values.length * width) / 8)).fill(0)
  for (const [at, value] of values.entries())
    for (let i = 0; i < width; i++) {
      const bit = at * width + i
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (((value >> i) & 1) << (bit & 7))
    }
  return bytes
}
