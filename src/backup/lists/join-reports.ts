import type { KeptList } from '../../model/lists/kept-list.ts'
import type { Outcome, Report } from '../../model/outcome.ts'
import type { Entry } from '../../model/playlist.ts'
import { reason } from '../../model/reason.ts'
import { pairEntries } from '../../report/changes/pair.ts'
import type { StoredReport } from '../../report/json/stored-report.ts'

export interface Joined {
  readonly report: Report
  /** Entries that the list did not have before. */
  readonly added: readonly Entry[]
}

/**
 * Two lists as one: the entries of `into` in their order, then those that only `from` has. Of an entry that both
 * have, the one that is kept counts.
 */
export function joinReports(into: StoredReport, from: StoredReport, list: KeptList): Joined {
  const before = into.recorded.entries
  const others = from.recorded.entries
  const pairs = pairEntries(before, others)
  const paired = new Map(pairs.map((pair) => [pair.before, others[pair.after]?.position]))
  const known = new Set(pairs.map(({ after }) => after))
  const last = Math.max(0, ...before.map(({ position }) => position))
  const fresh = others.filter((_, at) => !known.has(at))
  const added = fresh.map((entry, at): Entry => ({ ...entry, position: last + at + 1 }))
  const outcomes = [
    ...before.flatMap((entry, at) => {
      const own = into.outcomes.get(entry.position)
      const other = from.outcomes.get(paired.get(at) ?? -1)
      const better = other && isKept(other) && !(own && isKept(own)) ? other : own
      return better ? [moved(better, entry)] : []
    }),
    ...fresh.flatMap(({ position }, at) => {
      const outcome = from.outcomes.get(position)
      const entry = added[at]
      return outcome && entry ? [moved(outcome, entry)] : []
    }),
  ]
  const at = new Date().toISOString()
  const { description, creator, format, uri, partial } = into.recorded
  const entries = [...before, ...added]
  const note = reason('backup.lists-joined', { name: from.recorded.name, added: added.length })
  const nothing = { removed: [], moved: [], changed: [], withdrawn: [], returned: [] }
  return {
    added,
    report: {
      playlist: {
        id: list.id,
        name: list.name,
        named: list.named,
        description,
        creator,
        format,
        uri,
        partial: partial || from.recorded.partial || undefined,
        notes: [note],
        entries,
      },
      outcomes,
      startedAt: at,
      finishedAt: at,
      stopped: outcomes.length < entries.length,
      dryRun: false,
      asked: into.asked,
      hosts: [],
      refusedRequests: [],
      changes: { since: into.recorded.at, added, ...nothing },
    },
  }
}

const isKept = ({ kind }: Outcome) => kind === 'kept' || kind === 'already-kept'

/** The outcome under the track and the position that its entry has in the joined list. */
function moved(outcome: Outcome, entry: Entry): Outcome {
  const { position } = entry
  if (outcome.kind === 'skipped' || entry.kind === 'skipped') return { ...outcome, position }
  return { ...outcome, position, track: entry.track }
}
