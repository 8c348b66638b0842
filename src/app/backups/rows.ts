import type { List, Row } from '../../api/contract.ts'
import type { Match } from '../../model/match.ts'
import type { Outcome, Report } from '../../model/outcome.ts'
import type { Entry, Playlist } from '../../model/playlist.ts'
import type { ReportFiles } from '../../model/progress.ts'
import type { Track } from '../../model/track.ts'
import { explain } from '../../report/explain.ts'
import { listLinks } from '../../report/links.ts'
import { summarise } from '../../report/summary.ts'

export type Decided = Row['decided']

/** An entry before anything is known of it. */
export function rowOfEntry(list: number, entry: Entry, decided?: Decided): Row {
  const { position } = entry
  const named = entry.kind === 'track' ? factsOf(entry.track) : { title: entry.text, artists: [] }
  return { ...begin(list, position), state: 'waiting', ...named, ...(decided && { decided }) }
}

/** An entry at its end. */
export function rowOfOutcome(list: number, outcome: Outcome, decided?: Decided): Row {
  const { kind, position } = outcome
  const [reason] = explain(outcome)
  const links = listLinks(outcome).length
  const candidates = candidatesOf(outcome).length
  const kept = 'kept' in outcome ? outcome.kept : undefined
  return {
    ...begin(list, position),
    state: kind,
    ...(outcome.kind === 'skipped' ? { title: outcome.text, artists: [] } : factsOf(outcome.track)),
    ...(kept && { durationMs: kept.durationMs, file: kept.path }),
    ...(reason !== undefined && { reason }),
    ...(links > 0 && { links }),
    ...(candidates > 0 && { candidates }),
    ...(decided && { decided }),
  }
}

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

const factsOf = ({ title, artists, album, durationMs, plays }: Track) => ({
  title,
  artists: [...artists],
  ...(album !== undefined && { album }),
  ...(durationMs !== undefined && { durationMs }),
  ...(plays !== undefined && { plays }),
})

/** A playlist as it was understood. */
export function listOfPlaylist(list: number, playlist: Playlist): List {
  const tracks = playlist.entries.filter(({ kind }) => kind === 'track').length
  return {
    kind: 'list',
    key: `list.${list}`,
    list,
    name: playlist.name,
    format: playlist.format,
    ...(playlist.uri !== undefined && { uri: playlist.uri }),
    tracks,
    leftOut: playlist.entries.length - tracks,
    notes: [...playlist.notes],
  }
}

/** And when its report is written. */
export function listOfReport(list: number, report: Report, files: ReportFiles): List {
  const { sentence, tookMs, bytes } = summarise(report)
  const { changes, stopped, dryRun, hosts, refusedRequests, unavailable = [] } = report
  return {
    ...listOfPlaylist(list, report.playlist),
    ...(changes && {
      changes: {
        since: changes.since,
        added: changes.added.length,
        removed: changes.removed.length,
        moved: changes.moved.length,
        changed: changes.changed.length,
        withdrawn: changes.withdrawn.length,
        returned: changes.returned.length,
      },
    }),
    report: {
      summary: sentence,
      stopped,
      dryRun,
      tookMs,
      bytes,
      ...(files.html !== undefined && { html: files.html }),
      ...(files.playlist !== undefined && { playlist: files.playlist }),
      hosts: [...hosts],
      refusedRequests: [...refusedRequests],
      unavailable: unavailable.map((each) => ({ ...each })),
    },
  }
}
