import type { Entry, SkippedEntry, TrackEntry } from '../../model/playlist.ts'
import { type Told, textReason } from '../../model/reason.ts'
import { english } from '../../words/english.ts'
import { longestRun } from './order.ts'
import { type Pair, pairEntries } from './pair.ts'

/**
 * Gives rows back the tracks that an earlier backup knew them as: a bare link by its address, and a
 * row that the service has emptied by its place. Between two entries that are still there, the rows
 * gone must be as many as the emptied ones; where they are not, nobody can tell which is which, and
 * the rows stay empty. `note` says to the user where the names come from.
 */
export function restoreEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  note: Told,
): readonly Entry[] {
  const names = new Map<number, TrackEntry>()
  const pairs = pairEntries(before.map(hideEmpty), after).filter((pair) => {
    const [from, to] = [before[pair.before], after[pair.after]]
    if (from?.kind === 'track' && to?.kind === 'skipped' && to.uri !== undefined)
      names.set(pair.after, from)
    return to !== undefined && !isEmpty(to)
  })
  for (const [row, former] of assignEmptied(before, after, pairs)) {
    const entry = before[former]
    if (entry?.kind === 'track') names.set(row, entry)
  }
  return after.map((entry, at) => rename(entry, names.get(at), note))
}

/** Which entry of the former state each emptied row was: places in `after`, and their places in `before`. */
function assignEmptied(
  before: readonly Entry[],
  after: readonly Entry[],
  pairs: readonly Pair[],
): ReadonlyMap<number, number> {
  const found = new Set(pairs.map((pair) => pair.before))
  const assigned = new Map<number, number>()
  const assign = (former: readonly number[], rows: readonly number[]) => {
    for (const [index, at] of former.entries()) {
      const row = rows[index]
      if (row !== undefined) assigned.set(row, at)
    }
  }
  const run = longestRun(pairs)
  let start = { before: -1, after: -1 }
  for (const end of [...pairs.filter((pair) => run.has(pair)), END]) {
    const gone = range(before, start.before, end.before).filter((at) => !found.has(at))
    const emptied = range(after, start.after, end.after).filter((at) => isEmpty(after[at]))
    assign(align(before, gone, emptied.length), emptied)
    start = end
  }
  // Rows that were empty before may have been moved: as many of them are empty now, somewhere else.
  const rows = range(after, -1, after.length).filter(
    (at) => isEmpty(after[at]) && !assigned.has(at),
  )
  const known = new Set([...found, ...assigned.values()])
  const withdrawn = range(before, -1, before.length).filter(
    (at) => before[at]?.withdrawn && !known.has(at),
  )
  if (withdrawn.length === rows.length) assign(withdrawn, rows)
  return assigned
}

const END = { before: Number.POSITIVE_INFINITY, after: Number.POSITIVE_INFINITY }

/** Which of the rows gone the emptied ones were: all of them, or those that were empty before. */
function align(before: readonly Entry[], gone: readonly number[], emptied: number) {
  if (gone.length === emptied) return gone
  const withdrawn = gone.filter((at) => before[at]?.withdrawn)
  return withdrawn.length === emptied ? withdrawn : []
}

/** Nothing names it any more. */
const isEmpty = (entry: Entry | undefined): entry is SkippedEntry =>
  entry?.kind === 'skipped' && entry.withdrawn === true && entry.uri === undefined

/** Empty rows all look alike: by what they say none is recognised. */
const hideEmpty = (entry: Entry): Entry =>
  isEmpty(entry)
    ? { ...entry, reason: textReason(`${english(entry.reason)} (${entry.position})`), text: '' }
    : entry

function range(entries: readonly Entry[], after: number, until: number): readonly number[] {
  const [first, last] = [after + 1, Math.min(until, entries.length)]
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at)
}

function rename(entry: Entry, former: TrackEntry | undefined, note: Told): Entry {
  if (!former) return entry
  return {
    kind: 'track',
    position: entry.position,
    track: former.track,
    note: (former.withdrawn && former.note) || (typeof note === 'string' ? textReason(note) : note),
    withdrawn: entry.withdrawn || undefined,
  }
}
