import type { ListEntry, Row } from '../../api/contract.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Match } from '../../model/match.ts'
import type { Outcome, Report } from '../../model/outcome.ts'
import type { Entry, Playlist } from '../../model/playlist.ts'
import type { ReportFiles } from '../../model/progress.ts'
import { asReason, type Reason, reason, type Told } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import type { Verdict } from '../../model/verdict.ts'
import { listLinks, webAddress } from '../../report/links.ts'
import { summarise, tallyOf } from '../../report/summary.ts'

export type Decided = Row['decided']

/** An entry before anything is known of it. */
export function rowOfEntry(list: number, entry: Entry, decided?: Decided): Row {
  const { position } = entry
  const named = entry.kind === 'track' ? factsOf(entry.track) : { title: entry.text, artists: [] }
  return { ...begin(list, position), state: 'waiting', ...named, decided }
}

/** An entry at its end. */
export function rowOfOutcome(list: number, outcome: Outcome, decided?: Decided): Row {
  const { kind, position } = outcome
  const why = reasonOf(outcome)
  const links = listLinks(outcome).length
  const candidates = candidatesOf(outcome).length
  const kept = 'kept' in outcome ? outcome.kept : undefined
  const facts: TrackFacts =
    outcome.kind === 'skipped' ? { title: outcome.text, artists: [] } : factsOf(outcome.track)
  return {
    ...begin(list, position),
    state: kind,
    ...facts,
    durationMs: kept?.durationMs ?? facts.durationMs,
    file: kept?.path,
    source: kept && sourceOf(kept),
    reason: why,
    links: links > 0 ? links : undefined,
    candidates: candidates > 0 ? candidates : undefined,
    decided,
  }
}

/** Why it ended so, in short: the details say more. */
function reasonOf(outcome: Outcome): Reason | undefined {
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept':
      return notesOf(outcome.notes) ?? originOf(outcome.kept.verdict, outcome.kept.chosen.url)
    case 'would-keep':
      return notesOf(outcome.match.notes) ?? originOf(outcome.verdict, outcome.match.recording.url)
    case 'review':
    case 'refused':
      return outcome.verdict.reasons.map(asReason)[0]
    default:
      return asReason(outcome.reason)
  }
}

const notesOf = (notes: readonly Told[]): Reason | undefined =>
  notes.length > 0 ? reason('app.notes', { notes: notes.map(asReason) }) : undefined

/** Nothing for files of the user's own. */
const originOf = ({ licence, host }: Verdict, url: string | undefined): Reason | undefined =>
  host &&
  reason('app.origin', { licence: licence.name, host: host.name, url: url && webAddress(url) })

/** What a person may choose from, where the machine was not sure or may have been wrong. */
export function candidatesOf(outcome: Outcome): readonly Match[] {
  if (outcome.kind === 'ambiguous') return outcome.candidates
  if (outcome.kind === 'review') return [outcome.match]
  if (outcome.kind === 'not-found') return outcome.nearest ? [outcome.nearest] : []
  return []
}

export const rowKey = (list: number, position: number) => `${list}.${position}`

const begin = (list: number, position: number) =>
  ({ kind: 'row', key: rowKey(list, position), list, position }) as const

/** The host's name, or that of a source which has none: `library`. */
export const sourceOf = ({ verdict, chosen }: Pick<ArchivedFile, 'verdict' | 'chosen'>): string =>
  verdict.host?.name ?? chosen.source

type TrackFacts = Pick<Row, 'title' | 'artists' | 'album' | 'durationMs' | 'year' | 'plays'>

const factsOf = ({ title, artists, album, durationMs, year, plays }: Track): TrackFacts => ({
  title,
  artists: [...artists],
  album,
  durationMs,
  year: Number.isSafeInteger(year) ? year : undefined,
  plays,
})

/** A playlist as it was understood. */
export function listOfPlaylist(list: number, playlist: Playlist): ListEntry {
  const tracks = playlist.entries.filter(({ kind }) => kind === 'track').length
  return {
    kind: 'list',
    key: `list.${list}`,
    list,
    name: playlist.name,
    format: playlist.format,
    uri: playlist.uri,
    tracks,
    leftOut: playlist.entries.length - tracks,
    notes: playlist.notes.map(asReason),
  }
}

/** The same when its report is written. */
export function listOfReport(list: number, report: Report, files: ReportFiles): ListEntry {
  const summary = summarise(report)
  const {
    changes,
    stopped,
    dryRun,
    hosts,
    refusedRequests,
    unavailable = [],
    network,
    archiveNotes = [],
  } = report
  return {
    ...listOfPlaylist(list, report.playlist),
    changes: changes && {
      since: changes.since,
      added: changes.added.length,
      removed: changes.removed.length,
      moved: changes.moved.length,
      changed: changes.changed.length,
      withdrawn: changes.withdrawn.length,
      returned: changes.returned.length,
    },
    report: {
      summary: reason('app.summary', tallyOf(summary)),
      stopped,
      dryRun,
      tookMs: summary.tookMs,
      bytes: summary.bytes,
      html: files.html,
      playlist: files.playlist,
      hosts: [...hosts],
      refusedRequests: refusedRequests.map(asReason),
      unavailable: unavailable.map((each) => ({ ...each, reason: asReason(each.reason) })),
      network: network === undefined ? undefined : asReason(network),
      archiveNotes: archiveNotes.map(asReason),
    },
  }
}
