import { asList, asRecord } from '../../base/json.ts'
import type { Entry } from '../../model/playlist.ts'
import { isTime, parseJson, readEntry } from '../json/read-entry.ts'

/** A playlist as its last report recorded it. */
export interface Recorded {
  /** The list's, in its archive; absent in reports from before lists had ids. */
  readonly id?: string
  readonly name: string
  /** Where the service names it. */
  readonly uri?: string
  /** When: ISO 8601, UTC. */
  readonly at: string
  /** The input may have been cut, or not every entry of the report could be read. */
  readonly partial: boolean
  /** Every row in the playlist's order, reached by that run or not. */
  readonly entries: readonly Entry[]
  /** Files that entries had, relative to the archive, by the entries' positions. */
  readonly paths: ReadonlyMap<number, string>
}

/** Reads what a `report.json` recorded; undefined where it is no report. What is wrong in one entry costs that entry. */
export function readRecorded(text: string): Recorded | undefined {
  const { playlist, outcomes, unreached, finishedAt } = asRecord(parseJson(text))
  const { id, name, uri, partial, entries: count } = asRecord(playlist)
  if (typeof name !== 'string' || !isTime(finishedAt) || !Array.isArray(outcomes)) return undefined
  const all = [...outcomes, ...asList(unreached)].map(asRecord)
  const entries = all.flatMap((fields) => readEntry(fields) ?? [])
  const paths = all.flatMap(({ position, kept }) => {
    const { path } = asRecord(kept)
    return typeof position === 'number' && typeof path === 'string'
      ? [[position, path] as const]
      : []
  })
  return {
    id: typeof id === 'string' ? id : undefined,
    name,
    uri: typeof uri === 'string' ? uri : undefined,
    at: finishedAt,
    partial: partial === true || entries.length !== count,
    entries: entries.toSorted((a, b) => a.position - b.position),
    paths: new Map(paths),
  }
}
