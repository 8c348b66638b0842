import { foldText } from '../../../text/fold.ts'
import { readVersions } from '../../../text/versions/versions.ts'
import { secondsToMs } from '../clean.ts'

/** Something that stands beside the names in the lines of a list: a number, a bullet, a time, a picture. */
export interface Trim {
  readonly pattern: RegExp
  /** How many of the lines must have it: otherwise it is part of the names, as in `99 Luftballons`. */
  readonly share: number
  /** What must hold of it besides; `found` is the pattern's first group in each line that has it. */
  readonly holds?: (found: readonly string[]) => boolean
  /** What it says may be a length: it is, unless the times rise from line to line. */
  readonly isTime?: true
  /** Lines that never have it, and are not counted among those that must. */
  readonly leaves?: RegExp
  /** A line of which it is not taken away. */
  readonly spares?: (found: string) => boolean
}

const STAMP = String.raw`(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:\.\d{1,3})?`
const PICTURE = String.raw`(?:(?!🔟)[\p{So}\p{Extended_Pictographic}][\ufe0f\u200d\u{1f3fb}-\u{1f3ff}]* ?)`
const WORDS = String.raw`(?=.*[\p{L}\p{N}])`

const isCounting = (found: readonly string[]) =>
  found.filter((number, index) => Number(number) === Number(found[index - 1] ?? Number.NaN) + 1)
    .length >=
    (found.length - 1) * 0.8 && found.length > 1

/** True for places in a mix: later and later, from the beginning or for long enough. */
export function isRising(times: readonly string[]): boolean {
  const ms = times.map((time) => secondsToMs(time) ?? Number.NaN)
  const rises = ms.every((time, index) => index === 0 || time >= (ms[index - 1] ?? 0))
  return rises && ms.length > 1 && (ms[0] === 0 || ms.length > 4)
}

/** A place in a mix, or from where to where, before the names. */
export const STAMP_LEAD = new RegExp(
  String.raw`^[[(]?(${STAMP})(?: ?[-–—~] ?${STAMP})?[\])]? ?(?:[-–—|:.] )?(?=\S)`,
)

/** Each is looked for again after one was taken: `[00:00] 01. Artist - Title [Label]`. Runs of space are one by then. */
export const TRIMS: readonly Trim[] = [
  { pattern: new RegExp(`^${PICTURE}+${WORDS}`, 'u'), share: 0.5 },
  { pattern: new RegExp(String.raw`(?<=[\p{L}\p{N}].*) ?${PICTURE}+$`, 'u'), share: 0.5 },
  { pattern: /^[-*•·‣–—+~>] +(?=\S)/, share: 0.8 },
  { pattern: /^(?:(?:\d\ufe0f?\u20e3)+|🔟) ?(?=\S)/u, share: 0.8 },
  // Tracks that are played into others have none.
  { pattern: /^[#№]?\d{1,5}\s*[.):\]|]\s+(?=\S)/, share: 0.8, leaves: /^w\/ ?\S/i },
  { pattern: /^[#№]?(\d{1,4})[.)](?=\p{L})/u, share: 0.8, holds: isCounting },
  { pattern: /^[[(][#№]?\d{1,4}[\])] ?(?=\S)/, share: 0.8 },
  { pattern: /^[#№]?\d{1,5} [-–—] (?=\S.* [-–—] )/, share: 0.8 },
  { pattern: /^\d{1,5}\t+(?=\S)/, share: 0.8 },
  { pattern: /^[#№]?(\d{1,4}) (?=\S)/, share: 0.8, holds: isCounting },
  { pattern: /^[A-H]\d{1,2}[.):]? (?=\S)/, share: 0.8 },
  { pattern: STAMP_LEAD, share: 0.8 },
  {
    pattern: new RegExp(String.raw` (?:[-–—@|] ?)?[[(]?(${STAMP})(?: ?[-–—~] ?${STAMP})?[\])]?$`),
    share: 0.8,
    isTime: true,
  },
  // `[Label]`, as lists of mixes have it; what says which version it is belongs to the title.
  {
    pattern: / \[([^[\]]{2,60})\]$/,
    share: 0.6,
    spares: (label) => readVersions(foldText(label)) !== undefined,
  },
]
