import type { Entry } from '../../model/playlist.ts'
import type { HistoryLine } from './history.ts'
import { pairEntries } from './pair.ts'

/** Something that left a playlist, or that its service withdrew. */
export interface Departed {
  readonly entry: Entry
  /** When a backup first found it so: ISO 8601, UTC; absent where the first backup did. */
  readonly at?: string
}

/** What left and did not come back, and what of the playlist's last recorded state is withdrawn. */
export function listDeparted(
  history: readonly HistoryLine[],
  now: readonly Entry[],
): { readonly left: readonly Departed[]; readonly withdrawn: readonly Departed[] } {
  const silent = now.filter((entry) => entry.withdrawn)
  const told = history
    .flatMap(({ at, added, withdrawn }) =>
      [...added.filter((entry) => entry.withdrawn), ...withdrawn.map(({ to }) => to)].map(
        (entry) => ({ entry, at }),
      ),
    )
    .toReversed()
  const since = new Map(
    pairEntries(
      told.map(({ entry }) => entry),
      silent,
    ).map(({ before, after }) => [after, told[before]?.at]),
  )
  return {
    left: history.reduce<readonly Departed[]>(replay, []),
    withdrawn: silent.map((entry, index) => {
      const at = since.get(index)
      return { entry, at }
    }),
  }
}

/** What has left after one more run: the last to leave is the first to come back. */
function replay(left: readonly Departed[], { at, added, removed }: HistoryLine) {
  const latestFirst = left.toReversed()
  const back = new Set(
    pairEntries(
      latestFirst.map(({ entry }) => entry),
      added,
    ).map(({ before }) => before),
  )
  const still = latestFirst.filter((_, index) => !back.has(index)).toReversed()
  return [...still, ...removed.map((entry) => ({ entry, at }))]
}
