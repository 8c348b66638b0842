/** Where an archive that lies in a bucket has its parts, below its prefix. */

/** Says of a place that it is an archive: `{"songkeep":"archive","id":"…"}`. */
export const MARKER = 'archive.json'

/** Audio, texts and pictures, by what they are: nothing is ever overwritten, and the same bytes lie there once. */
export const FILES = 'files/'
export const fileKey = (sha256: string) => `${FILES}${sha256}`

/** What became so, in the order of the numbers, without a gap; the first is 1. */
export const commitKey = (number: number) => `commits/${inDigits(number)}.jsonl`

export const CHECKPOINTS = 'checkpoints/'
/** All that is so after the commit of this number. */
export const checkpointKey = (number: number) => `${CHECKPOINTS}${inDigits(number)}.jsonl`

export function readCheckpointKey(key: string): number | undefined {
  const [, number] = /^checkpoints\/(\d{10})\.jsonl$/.exec(key) ?? []
  return number === undefined ? undefined : Number(number)
}

/** `damaged/<sha256>`: a check has found the object of that digest damaged or missing, and it is not believed. */
export const DAMAGED = 'damaged/'
export const damagedKey = (sha256: string) => `${DAMAGED}${sha256}`

const inDigits = (number: number) => String(number).padStart(10, '0')
