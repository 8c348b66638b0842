import { ArtistWriter } from '../artists.ts'
import type { Ends } from '../journal.ts'
import type { WorkDirectory } from '../work-directory.ts'
import type { Tables } from './tables.ts'

/** Writes the table of artists, and answers how many there are. */
export async function writeArtists(
  ends: readonly Ends[],
  { runs, guests, neighbours }: Tables,
  work: WorkDirectory,
): Promise<number> {
  if (work.journal.artists !== undefined) return work.journal.artists
  neighbours.remove()
  const writer = new ArtistWriter({
    artists: work.segment('artists'),
    guests: work.segment('guests'),
    neighbours,
  })
  const last = ends.at(-1) ?? { track: 0, block: 0 }
  for (const [partition, end] of ends.entries()) {
    await work.breathe('index', partition, last.track)
    writer.writePartition(partition, runs.take(partition), guests.take(partition), end)
  }
  writer.close(last)
  work.close('artists', 'guests')
  work.endStep([neighbours], { artists: writer.artists, neighbourRows: neighbours.rows })
  runs.remove()
  guests.remove()
  return writer.artists
}
