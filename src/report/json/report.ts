import type { Report } from '../../model/outcome.ts'
import { en } from '../../words/en/index.ts'
import { spellOut } from '../../words/spell-out.ts'
import { outcomeKinds } from '../kinds.ts'
import { listLinks } from '../links.ts'
import { summarise, tellSummary } from '../summary.ts'

/** Rises when a reader of an older report would misread a newer one. */
const schema = 'songkeep-report/1'

/**
 * The whole report for a program. Keys stand in one order, so that two reports compare line by line.
 *
 *     schema, name of playlist, startedAt, finishedAt, stopped, dryRun
 *     summary         { text, tracks, durationMs, bytes, tookMs, counts: { kept, already-kept, … } }
 *     playlist        as read, its entries apart: { name, format, uri?, …, notes, entries: how many }
 *     outcomes        one an entry in the playlist's order: { position, kind, track | text, note?, withdrawn?, … }
 *     unreached       the entries that a stopped run did not come to
 *     hosts           hosts contacted
 *     refusedRequests requests that were not allowed to leave
 *     unavailable     sources that stopped answering, where there are any: { source, reason }
 *     network         where there was no network, or none for a while: what that means
 *     libraryNotes    what was left out in the user's folders, and which catalogue was not the latest, where any
 *     archiveNotes    what was wrong with the archive's own records, where anything was
 *     changes         since the playlist was last recorded, not the first time: { since, added, removed: entries,
 *                     moved, changed, withdrawn, returned: { from, to } } with the positions then and now
 *
 * An outcome carries what the model's `Outcome` says for its kind: `kept` (path relative to the archive,
 * sha256, bytes, durationMs, chosen with evidence, verdict, fingerprint, loudness), `candidates`, `nearest`, `match`,
 * `verdict`, `reason`, `notes`, `links` (where to hear and to buy it: http and https only). Weights are in bits, times in milliseconds, dates ISO 8601 in UTC.
 *
 * A sentence stands in English under its own name, and its code with the parameters beside it: `reason: "…"` and
 * `reasonCode: { code, params }`; a list `notes` has `notesCodes` in the same order. Reports written before codes
 * were have the sentences alone.
 */
export function renderJson(report: Report): string {
  const told = summarise(report)
  const { counts, unreached, tracks, durationMs, bytes, tookMs } = told
  const remarks = new Map(
    report.playlist.entries.flatMap((entry) =>
      entry.kind === 'track'
        ? [[entry.position, { note: entry.note, withdrawn: entry.withdrawn }]]
        : [],
    ),
  )
  const { playlist, outcomes, ...run } = report
  const whole = {
    ...run,
    schema,
    playlist: { ...playlist, entries: playlist.entries.length },
    summary: { text: tellSummary(told, en), tracks, durationMs, bytes, tookMs, counts },
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      links: 'links' in outcome ? listLinks(outcome) : undefined,
      ...remarks.get(outcome.position),
    })),
    unreached,
  }
  return `${JSON.stringify(orderKeys(spellOut(whole)), null, 2)}\n`
}

/** What comes first in every object; names not listed follow by the alphabet. */
const order = new Map(
  [
    ...['schema', 'position', 'kind', 'field', 'level', 'weight', 'probability', 'accepted'],
    ...['path', 'sha256', 'text', 'name', 'id', 'source', 'title', 'artists', 'album'],
    ...[
      'albumArtists',
      'durationMs',
      'year',
      'isrc',
      'trackNumber',
      'discNumber',
      'reason',
      'note',
    ],
    ...['startedAt', 'finishedAt', 'stopped', 'dryRun', 'summary', 'playlist', ...outcomeKinds],
    ...['track', 'recording', 'match', 'candidates', 'nearest', 'chosen', 'verdict', 'evidence'],
    ...['action', 'reasons', 'licence', 'host', 'links', 'service', 'url', 'by'],
    ...[
      'notes',
      'outcomes',
      'unreached',
      'changes',
      'since',
      'added',
      'removed',
      'hosts',
      'refusedRequests',
      'unavailable',
      'network',
      'libraryNotes',
      'archiveNotes',
    ],
  ].map((key, index) => [key, index]),
)

const placeOf = (key: string) => order.get(key) ?? order.size

/** A copy with its keys in order, and without half characters. A replacer of `JSON.stringify` takes three times as long. */
function orderKeys(value: unknown): unknown {
  if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed()
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(orderKeys)
  const entries = Object.entries(value).map(([key, inner]) => [key, orderKeys(inner)] as const)
  return Object.fromEntries(
    entries.sort(([one], [other]) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1)),
  )
}
