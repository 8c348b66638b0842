import { cluster } from '../../match/cluster.ts'
import type { Reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import { parseLine, readId, readTrack } from './read-track.ts'

export interface Clustered {
  readonly id: string
  /** The same for records that name one recording: counted from 1 by first appearance. */
  readonly cluster: string
  /** Why the line stands alone, where it could not be read. */
  readonly error?: Reason
}

/**
 * Reads all records, one JSON object a line, and says for each, in the same order, which cluster it
 * belongs to. All records are held in memory, about 3 kB each. A line that is no record is a
 * cluster of its own.
 */
export async function* findDuplicates(lines: AsyncIterable<string>): AsyncGenerator<Clustered> {
  const rows: { readonly id: string; readonly error?: Reason; readonly at: number }[] = []
  const tracks: Track[] = []
  let row = 0
  for await (const line of lines) {
    row++
    if (line.trim() === '') continue
    const value = parseLine(line)
    const track = readTrack(value)
    const id = readId(value, row)
    if ('code' in track) rows.push({ id, error: track, at: -1 })
    else rows.push({ id, at: tracks.push(track) - 1 })
  }
  const clusters = cluster(tracks)
  let last = clusters.reduce((most, number) => Math.max(most, number + 1), 0)
  for (const { id, error, at } of rows) {
    if (error === undefined) yield { id, cluster: String((clusters[at] ?? 0) + 1) }
    else yield { id, cluster: String(++last), error }
  }
}
