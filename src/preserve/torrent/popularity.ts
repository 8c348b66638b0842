import { readPlaylistFolders } from '../../archive/files/reports.ts'
import { readRecorded } from '../../report/changes/recorded.ts'
import type { SharedFile } from './select.ts'

/** How loved kept files are, by path. */
export interface Popularity {
  /** How many of the archive's lists hold it. */
  readonly lists: ReadonlyMap<string, number>
  /** How often it was played, where a history was given. */
  readonly plays?: ReadonlyMap<string, number>
}

/** The lists that hold each file, as their last reports say. */
export async function countLists(root: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for await (const { report } of readPlaylistFolders(root)) {
    const paths = report === undefined ? [] : (readRecorded(report)?.paths.values() ?? [])
    for (const path of new Set(paths)) counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return counts
}

export const phases = ['audio', 'tail'] as const
export type Phase = (typeof phases)[number]

/** The most played files that have so much of all plays together are not of the long tail. */
const LOVED_SHARE = 0.9
/** Without a history: in so many lists. */
const LOVED_LISTS = 2

/**
 * Parts what is loved from the long tail, the most loved first: by plays, then by lists, then by digest, so that the
 * order is the same every time and says nothing of names.
 */
export function partByPopularity(
  files: readonly SharedFile[],
  { lists, plays }: Popularity,
): Readonly<Record<Phase, readonly SharedFile[]>> {
  const playsOf = ({ file }: SharedFile) => plays?.get(file.path) ?? 0
  const listsOf = ({ file }: SharedFile) => lists.get(file.path) ?? 0
  const sorted = files.toSorted(
    (one, other) =>
      playsOf(other) - playsOf(one) ||
      listsOf(other) - listsOf(one) ||
      (one.file.kept.sha256 < other.file.kept.sha256 ? -1 : 1),
  )
  const all = sorted.reduce((sum, each) => sum + playsOf(each), 0)
  const parts: Record<Phase, SharedFile[]> = { audio: [], tail: [] }
  let before = 0
  for (const each of sorted) {
    const isPlayed = playsOf(each) > 0 && before < LOVED_SHARE * all
    const isLoved = isPlayed || listsOf(each) >= LOVED_LISTS
    parts[isLoved ? 'audio' : 'tail'].push(each)
    before += playsOf(each)
  }
  return parts
}
