/** What one account may do, so that an open server is no machine for copying in bulk. */
export const accountLimits = {
  /** Bytes that its archives may have. */
  quota: { default: 50e9, unit: 'bytes' },
  /** Jobs that wait or run at once. */
  jobs: { default: 20, unit: 'number' },
  /** Tracks that are looked for in an hour; beyond it its jobs rest. */
  tracksAnHour: { default: 2_000, unit: 'number' },
  /** Playlists, each time they are ordered, in a day. */
  listsADay: { default: 1_000, unit: 'number' },
  /** Playlists of one kind (`Top 50 …`, the same link again and again) in a day; beyond it its jobs come later. */
  alikeADay: { default: 20, unit: 'number' },
  /** Bytes of files that are given to the page in a day. */
  uploadsADay: { default: 2e9, unit: 'bytes' },
} as const satisfies Readonly<Record<string, LimitRow>>

interface LimitRow {
  readonly default: number
  readonly unit: 'bytes' | 'number'
}

export type LimitName = keyof typeof accountLimits
export type AccountLimits = Readonly<Record<LimitName, number>>

export const limitNames = Object.keys(accountLimits) as readonly LimitName[]

/** What was set, over the defaults. What is no limit, or no number from 0, is left out. */
export function completeLimits(given: unknown): AccountLimits {
  const set = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {}
  return Object.fromEntries(
    limitNames.map((name) => {
      const value = set[name]
      const isFit = typeof value === 'number' && Number.isFinite(value) && value >= 0
      return [name, isFit ? value : accountLimits[name].default]
    }),
  ) as AccountLimits
}
