/** The first quarter of a run is left out: caches fill, and code is compiled. */
const WARM_UP = 0.25
/** Fewer say nothing in each third. */
const MIN_SAMPLES = 12

export interface Growth {
  /** Medians of the first and the last third of what counts. */
  readonly first: number
  readonly last: number
  readonly max: number
  readonly isFlat: boolean
}

/**
 * Whether a figure that was sampled at equal intervals has grown by more than `tolerance`, whatever the length of the
 * run. Medians of thirds, because one sample in the middle of a large answer must not decide; a last third that is
 * higher, because a leak is a slope and not a peak. Throws where the run was too short to say anything.
 */
export function findGrowth(samples: readonly number[], tolerance: number): Growth {
  const counted = samples.slice(Math.floor(samples.length * WARM_UP))
  if (counted.length < MIN_SAMPLES) throw new Error('The run was too short to say anything.')
  const third = Math.floor(counted.length / 3)
  const [first, last] = [median(counted.slice(0, third)), median(counted.slice(-third))]
  return { first, last, max: Math.max(...counted), isFlat: last - first <= tolerance }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}
