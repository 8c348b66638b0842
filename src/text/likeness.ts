// How alike two folded names are.

/** Bit masks of where each character stands in the pattern; always left empty. */
const MASKS = new Int32Array(0x10000)

/**
 * Edits between two names: insertion, deletion, substitution, or two neighbours exchanged
 * (optimal string alignment). Anything above `limit` is answered as `limit + 1`.
 * Bit-parallel after Myers 1999 and Hyyrö 2003 where the shorter name fits into 32 bits.
 */
export function editDistance(left: string, right: string, limit = 32): number {
  if (left === right) return 0
  let start = 0
  let leftEnd = left.length
  let rightEnd = right.length
  if (Math.abs(leftEnd - rightEnd) > limit) return limit + 1
  const least = Math.min(leftEnd, rightEnd)
  while (start < least && left.charCodeAt(start) === right.charCodeAt(start)) start++
  while (
    leftEnd > start &&
    rightEnd > start &&
    left.charCodeAt(leftEnd - 1) === right.charCodeAt(rightEnd - 1)
  ) {
    leftEnd--
    rightEnd--
  }
  const m = leftEnd - start
  const n = rightEnd - start
  if (m === 0 || n === 0) return Math.min(Math.max(m, n), limit + 1)
  const [pattern, text] =
    m <= n
      ? [left.slice(start, leftEnd), right.slice(start, rightEnd)]
      : [right.slice(start, rightEnd), left.slice(start, leftEnd)]
  const distance =
    pattern.length <= 32 ? bitParallel(pattern, text, limit) : banded(pattern, text, limit)
  return Math.min(distance, limit + 1)
}

function bitParallel(pattern: string, text: string, limit: number): number {
  const m = pattern.length
  const top = 1 << (m - 1)
  for (let at = 0; at < m; at++) MASKS[pattern.charCodeAt(at)] = maskOf(pattern, at) | (1 << at)
  let vp = -1
  let vn = 0
  let d0 = 0
  let before = 0
  let score = m
  for (let at = 0; at < text.length; at++) {
    const mask = maskOf(text, at)
    const swapped = (((~d0 & mask) << 1) & before) | 0
    d0 = (((mask & vp) + vp) ^ vp) | mask | vn | swapped | 0
    const hp = vn | ~(d0 | vp)
    const hn = d0 & vp
    if (hp & top) score++
    else if (hn & top) score--
    if (score - (text.length - 1 - at) > limit) {
      score = limit + 1
      break
    }
    const shifted = (hp << 1) | 1
    vp = (hn << 1) | ~(d0 | shifted)
    vn = shifted & d0
    before = mask
  }
  for (let at = 0; at < m; at++) MASKS[pattern.charCodeAt(at)] = 0
  return score
}

const maskOf = (text: string, at: number) => MASKS[text.charCodeAt(at)] ?? 0

/** Row by row within `limit` of the diagonal. */
function banded(pattern: string, text: string, limit: number): number {
  const n = text.length
  let twoAbove = new Uint16Array(n + 1)
  let above = Uint16Array.from({ length: n + 1 }, (_, at) => at)
  let row = new Uint16Array(n + 1)
  for (let i = 1; i <= pattern.length; i++) {
    const from = Math.max(1, i - limit)
    const to = Math.min(n, i + limit)
    row.fill(limit + 1)
    if (from === 1) row[0] = Math.min(i, limit + 1)
    let best = limit + 1
    for (let j = from; j <= to; j++) {
      const same = pattern.charCodeAt(i - 1) === text.charCodeAt(j - 1)
      let cost = Math.min(at(above, j - 1) + (same ? 0 : 1), at(above, j) + 1, at(row, j - 1) + 1)
      if (
        i > 1 &&
        j > 1 &&
        pattern.charCodeAt(i - 1) === text.charCodeAt(j - 2) &&
        pattern.charCodeAt(i - 2) === text.charCodeAt(j - 1)
      )
        cost = Math.min(cost, at(twoAbove, j - 2) + 1)
      row[j] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    ;[twoAbove, above, row] = [above, row, twoAbove]
  }
  return at(above, n)
}

const at = (row: Uint16Array, index: number) => row[index] ?? 0

/**
 * Share of the longer name that needs no edit, 0 to 1; 0 as soon as it is sure to be below `least`.
 * A Han character is a word rather than a letter: among them an edit counts threefold.
 */
export function likeness(left: string, right: string, least = 0): number {
  const longer = Math.max(left.length, right.length)
  if (longer === 0) return 1
  const limit = Math.floor((1 - least) * longer + 1e-9)
  const edits = editDistance(left, right, limit)
  const distance =
    edits > 0 && edits <= limit && (hasHan(left) || hasHan(right)) ? 3 * edits : edits
  return distance > limit ? 0 : 1 - distance / longer
}

/** Whether a folded name has Han characters: nothing else in it is beyond ASCII. */
const hasHan = (folded: string) => /[^\0-\x7f]/.test(folded)

/** Share of the different words that both have, among all that either has, 0 to 1. */
export function sharedWords(left: readonly string[], right: readonly string[]): number {
  const shared = countIn(left, right)
  const all = countIn(left, left) + countIn(right, right) - shared
  return all === 0 ? 1 : shared / all
}

/** How many different words of the one stand in the other. */
function countIn(words: readonly string[], others: readonly string[]): number {
  let count = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (others.includes(word) && words.indexOf(word) === at) count++
  }
  return count
}
