const MINUTE = 60_000

/**
 * A time that is left, as exactly as it can be known: to the minute, to 5, to 15 minutes, to the hour. Undefined where
 * it is less than a minute.
 */
export function roundRemaining(ms: number): number | undefined {
  if (ms < MINUTE) return undefined
  const step = ms < 10 * MINUTE ? 1 : ms < 60 * MINUTE ? 5 : ms < 6 * 60 * MINUTE ? 15 : 60
  return Math.round(ms / (step * MINUTE)) * step * MINUTE
}
