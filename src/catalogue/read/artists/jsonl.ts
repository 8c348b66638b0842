import { type Reason, reason } from '../../../model/reason.ts'
import { openFile, readLines } from '../lines.ts'
import { parseJson } from '../parse-json.ts'
import { type ArtistBatch, ArtistBatcher, type ListedArtist } from './artist.ts'
import { isMusicBrainzArtist, readMusicBrainzArtist } from './musicbrainz.ts'
import { makeArtist, readFields } from './table.ts'

/** One JSON object a line: MusicBrainz' artists, or `{"artist":"…","aliases":["…"]}`. */
export async function* readJsonLines(
  path: string,
  signal: AbortSignal,
): AsyncGenerator<ArtistBatch> {
  const open = openFile(path, signal)
  const batch = new ArtistBatcher()
  let row = 0
  for await (const lines of readLines(open.chunks)) {
    for (const line of lines) {
      row++
      if (line.trim() !== '') batch.add(row, readLine(line))
    }
    yield batch.take(open.bytesRead)
  }
}

function readLine(line: string): ListedArtist | Reason {
  const parsed = parseJson(line)
  if ('fault' in parsed) return parsed.fault
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return reason('catalogue.row-no-object')
  return isMusicBrainzArtist(value)
    ? readMusicBrainzArtist(value)
    : makeArtist(readFields(Object.entries(value)))
}

/** Whether the first line is an artist of MusicBrainz. */
export function startsWithMusicBrainz(start: string): boolean {
  const [line = ''] = start.split('\n')
  return /^\s*\{/.test(line) && line.includes('"sort-name"') && !/"artist-credit"\s*:/.test(line)
}
