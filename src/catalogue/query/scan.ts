import { countBits } from '../format/hash.ts'

/**
 * How well a key entry fits a title: 200 the same core and the same whole title, 190 the same core,
 * else up to 100 by the letter pairs the two have in common.
 */
export const FIT = { whole: 200, core: 190, least: 50 } as const

/** A title cut short, or with more behind it, has all its pairs in the other: worth as much as this. */
const CONTAINED = 70
/** Entries taken from one run for their letters alone: the best ones. */
export const ALIKE = 40

/** A title as key entries have it (`layout.ts`). */
export interface TitleWords {
  readonly low: number
  readonly high: number
}

/** What a scan found: places of entries, counted in entries, and how they fit. */
export interface Fits {
  count: number
  readonly places: Uint32Array
  readonly fits: Uint8Array
}

let found: Fits = makeFits(1024)

function makeFits(size: number): Fits {
  return { count: 0, places: new Uint32Array(size), fits: new Uint8Array(size) }
}

/**
 * Goes over key entries that stand `stride` words apart and finds those that fit; valid until the
 * next scan. This is the innermost loop of a lookup: a popular artist has thousands of entries.
 */
export function scanKeys(words: Uint32Array, stride: number, title: TitleWords): Fits {
  const entries = Math.floor(words.length / stride)
  if (found.places.length < entries) found = makeFits(entries * 2)
  const { places, fits } = found
  const { low, high } = title
  const own = countBits(low) + countBits(high & 0xff)
  let count = 0
  for (let entry = 0, at = 0; entry < entries; entry++, at += stride) {
    const otherLow = words[at] as number
    const otherHigh = words[at + 1] as number
    const fit =
      (otherHigh ^ high) >>> 16 === 0
        ? ((otherHigh ^ high) & 0xff00) === 0
          ? FIT.whole
          : FIT.core
        : likeness(low, high, own, otherLow, otherHigh)
    if (fit < FIT.least) continue
    places[count] = entry
    fits[count++] = fit
  }
  found.count = count
  if (count > ALIKE) keepBest(found)
  return found
}

/** Dice's coefficient of two signatures, or nearly `CONTAINED` where one holds the other; 0 to 100. */
function likeness(
  low: number,
  high: number,
  own: number,
  otherLow: number,
  otherHigh: number,
): number {
  const common = countBits(low & otherLow) + countBits(high & otherHigh & 0xff)
  // Most entries end here. One title within the other may still have few of the longer one's pairs.
  if (common < 3 && common * 2 < own) return 0
  const other = countBits(otherLow) + countBits(otherHigh & 0xff)
  return Math.max((200 * common) / (own + other), (CONTAINED * common) / Math.min(own, other))
}

/** Dice's coefficient of two signatures, 0 to 100. */
export function alike(
  left: { readonly low: number; readonly high: number },
  right: { readonly low: number; readonly high: number },
): number {
  const bits = (key: { readonly low: number; readonly high: number }) =>
    countBits(key.low) + countBits(key.high & 0xff)
  const common = countBits(left.low & right.low) + countBits(left.high & right.high & 0xff)
  return (200 * common) / Math.max(1, bits(left) + bits(right))
}

/** Leaves out the least alike, so that about `ALIKE` and those of the same core remain. */
function keepBest(all: Fits): void {
  const { places, fits } = all
  const counts = new Uint32Array(256)
  for (let at = 0; at < all.count; at++) {
    const fit = fits[at] as number
    counts[fit] = (counts[fit] as number) + 1
  }
  let least = 100
  let alikeCount = 0
  while (least > FIT.least && alikeCount + (counts[least] as number) <= ALIKE) {
    alikeCount += counts[least--] as number
  }
  let count = 0
  for (let at = 0; at < all.count; at++) {
    const fit = fits[at] as number
    if (fit < least || (fit === least && alikeCount++ >= ALIKE)) continue
    places[count] = places[at] as number
    fits[count++] = fit
  }
  all.count = count
}
