import type { story } from './en/story.ts'
import type { StoryCounts } from './story-counts.ts'

export interface StoryChange {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly counts: StoryCounts
}

const none: StoryCounts = {
  added: 0,
  removed: 0,
  moved: 0,
  changed: 0,
  withdrawn: 0,
  returned: 0,
}

/**
 * The history of a playlist as sentences, one a month, the latest first; a month in which nothing changed has none.
 * `service`: what a list's service is called, where it has one.
 */
export function tellStory(
  changes: readonly StoryChange[],
  service: string | undefined,
  words: typeof story,
): readonly string[] {
  const months = Map.groupBy(changes, ({ at }) => at.slice(0, 7))
  return [...months]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([month, runs]) => {
      const parts = words.parts(sum(runs), service)
      return parts.length === 0 ? [] : [words.sentence(words.month(month), parts)]
    })
}

const kinds = Object.keys(none) as readonly (keyof StoryCounts)[]

function sum(runs: readonly StoryChange[]): StoryCounts {
  const counts: Record<keyof StoryCounts, number> = { ...none }
  for (const { counts: each } of runs) for (const kind of kinds) counts[kind] += each[kind]
  return counts
}
