import { type RecordingFields, readClock } from './recording.ts'

/** What columns are called, in small letters without spaces, hyphens and underscores; in order of preference. */
const NAMES: Readonly<Record<keyof RecordingFields, readonly string[]>> = {
  id: ['recordingmbid', 'id', 'trackid', 'trackuri', 'spotifyid', 'uri'],
  title: ['title', 'recordingname', 'trackname', 'songname', 'songtitle', 'track', 'song', 'name'],
  artists: ['artists', 'artistname(s)', 'artistcreditname', 'artistname', 'artistnames', 'artist'],
  album: ['album', 'albumname', 'releasename', 'release', 'albumtitle'],
  durationMs: ['durationms', 'trackduration(ms)', 'duration(ms)', 'lengthms', 'duration', 'length'],
  year: ['year', 'releasedate', 'albumreleasedate', 'date', 'firstreleasedate'],
  isrc: ['isrc', 'isrcs'],
  licence: ['licence', 'license', 'licenceurl', 'licenseurl'],
  url: ['url', 'link'],
  popularity: ['popularity', 'playcount', 'plays', 'listens'],
}

export type TableColumns = Readonly<Partial<Record<keyof RecordingFields, string>>>

/** Which column holds which field; nothing when none holds titles. */
export function findColumns(header: readonly string[]): TableColumns | undefined {
  const plain = new Map(header.map((name) => [name.toLowerCase().replaceAll(/[\s_-]/g, ''), name]))
  const columns: Partial<Record<keyof RecordingFields, string>> = {}
  for (const [field, names] of Object.entries(NAMES) as [
    keyof RecordingFields,
    readonly string[],
  ][]) {
    const name = names.find((each) => plain.has(each))
    const column = name === undefined ? undefined : plain.get(name)
    if (column !== undefined) columns[field] = column
  }
  return columns.title === undefined ? undefined : columns
}

/** A row's fields by its columns. */
export function readFields(
  columns: TableColumns,
  value: (column: string) => unknown,
): RecordingFields {
  const fields: Partial<Record<keyof RecordingFields, unknown>> = {}
  for (const [field, column] of Object.entries(columns) as [keyof RecordingFields, string][]) {
    fields[field] = value(column)
  }
  if (columns.durationMs !== undefined) {
    const isMs = /ms\b|ms\)|_ms|Ms/.test(columns.durationMs)
    fields.durationMs = isMs ? fields.durationMs : readDuration(fields.durationMs)
  }
  if (typeof fields.artists === 'string') fields.artists = splitArtists(fields.artists)
  return fields
}

/** Hours of sound in seconds are still less than a few seconds in milliseconds. */
const SURELY_MS = 10_000

function readDuration(value: unknown): unknown {
  if (typeof value === 'string' && value.includes(':')) return readClock(value)
  const number = typeof value === 'object' ? Number.NaN : Number(value)
  return value === '' || value === null || Number.isNaN(number) || number >= SURELY_MS
    ? value
    : number * 1000
}

/** A list as JSON, or split at semicolons; commas belong to names. */
function splitArtists(cell: string): readonly unknown[] {
  if (cell.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(cell)
      if (Array.isArray(list)) return list
    } catch {
      // A name in brackets, then.
    }
  }
  return cell.split(';')
}
