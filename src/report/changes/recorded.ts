import { asList, asRecord, type JsonObject, parseJson } from '../../base/json.ts'
import type { Entry } from '../../model/playlist.ts'
import { isTime, readEntry } from '../json/read-entry.ts'

/** A playlist as its last report recorded it. */
export interface Recorded {
  /** The list's, in its archive; absent in reports from before lists had ids. */
  readonly id?: string
  readonly name: string
  /** Where the service names it. */
  readonly uri?: string
  readonly description?: string
  readonly creator?: string
  /** The name of the format that it was read from. */
  readonly format: string
  /** When: ISO 8601, UTC. */
  readonly at: string
  /** The input may have been cut, or not every entry of the report could be read. */
  readonly partial: boolean
  /** Every row in the playlist's order, reached by that run or not. */
  readonly entries: readonly Entry[]
  /** Files that entries had, relative to the archive, by the entries' positions. */
  readonly paths: ReadonlyMap<number, string>
  /** What became of the entries, by their positions; none of those that were not reached. */
  readonly kinds: ReadonlyMap<number, string>
  /** What the run was asked to do, believing nothing; empty in reports from before this was written down. */
  readonly asked: JsonObject
}

/** Reads what a `report.json` recorded; undefined where it is no report. What is wrong in one entry costs that entry. */
export function readRecorded(text: string): Recorded | undefined {
  const { playlist, outcomes, unreached, finishedAt, asked } = asRecord(parseJson(text))
  const { id, name, uri, partial, entries: count, ...head } = asRecord(playlist)
  if (typeof name !== 'string' || !isTime(finishedAt) || !Array.isArray(outcomes)) return undefined
  const all = [...outcomes, ...asList(unreached)].map(asRecord)
  const entries = all.flatMap((fields) => readEntry(fields) ?? [])
  const paths = all.flatMap(({ position, kept }) => {
    const { path } = asRecord(kept)
    return typeof position === 'number' && typeof path === 'string'
      ? [[position, path] as const]
      : []
  })
  const kinds = all.flatMap(({ position, kind }) =>
    typeof position === 'number' && typeof kind === 'string' ? [[position, kind] as const] : [],
  )
  return {
    id: textOf(id),
    name,
    uri: textOf(uri),
    description: textOf(head.description),
    creator: textOf(head.creator),
    format: textOf(head.format) ?? '',
    at: finishedAt,
    partial: partial === true || entries.length !== count,
    entries: entries.toSorted((a, b) => a.position - b.position),
    paths: new Map(paths),
    kinds: new Map(kinds),
    asked: asRecord(asked),
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
