import { countBits } from './hash.ts'
import type { TitleKey } from './keys.ts'

/**
 * How well a key entry fits a title: 200 the same core and the same whole title, 190 the same core,
 * else up to 100 by the letter pairs the two have in common.
 */
export const FIT = { whole: 200, core: 190, least: 50 } as const

/** A title cut short, or with more behind it, has all its pairs in the other: nearly as good. */
const CONTAINED = 85

/** Goes over key entries, `size` bytes from one to the next, and takes those that fit. */
export function scanKeys(
  bytes: Buffer,
  size: number,
  title: TitleKey,
  take: (at: number, fit: number) => void,
): void {
  const { low, high } = title
  const core = high >>> 16
  const bits = countBits(low) + countBits(high & 0xff)
  for (let at = 0; at + 8 <= bytes.length; at += size) {
    const otherHigh = bytes.readUInt32LE(at + 4)
    if (otherHigh >>> 16 === core) {
      take(at, ((otherHigh ^ high) & 0xff00) === 0 ? FIT.whole : FIT.core)
      continue
    }
    const otherLow = bytes.readUInt32LE(at)
    const common = countBits(low & otherLow) + countBits(high & otherHigh & 0xff)
    // Few pairs in common: not worth counting the rest.
    if (common * 4 < bits) continue
    const otherBits = countBits(otherLow) + countBits(otherHigh & 0xff)
    const alike = (200 * common) / (bits + otherBits)
    const contained = (CONTAINED * common) / Math.min(bits, otherBits)
    const fit = Math.max(alike, contained - 15)
    if (fit >= FIT.least) take(at, fit)
  }
}

/** Dice's coefficient of two signatures, 0 to 100. */
export function likeness(
  left: { readonly low: number; readonly high: number },
  right: { readonly low: number; readonly high: number },
): number {
  const bits = (key: { readonly low: number; readonly high: number }) =>
    countBits(key.low) + countBits(key.high & 0xff)
  const common = countBits(left.low & right.low) + countBits(left.high & right.high & 0xff)
  return (200 * common) / Math.max(1, bits(left) + bits(right))
}
