import { say } from '../../../words/say.ts'
import type { Words } from '../../../words/words.ts'
import { writeTable } from '../../playlists/csv.ts'
import { holdersOf, type TailRecording } from '../lists/tail-recording.ts'
import type { LongTail } from '../long-tail.ts'
import { tellRight } from './tables.ts'

/** The header of the table of recordings, by which it is known for ours. */
export const TAIL_COLUMNS = [
  'List',
  'Title',
  'Artists',
  'Plays',
  'Bytes',
  'Bytes estimated',
  'Path',
  'Holders',
  'Own copies',
  'Places',
  'Right',
  'Withdrawn',
  'Kept at',
  'Checked at',
  'How',
  'Plays per GB',
  'Why',
  'Links',
] as const

/**
 * What is at risk and what is next, a row each (RFC 4180): in English whatever the language, so that programs and
 * spreadsheets find the columns. A cell that a spreadsheet would run is led by an apostrophe.
 */
export function writeTailCsv({ atRisk, next }: LongTail, words: Words): string {
  const risks = atRisk.map((row) => writeRow('at risk', row, words))
  const wanted = next.map((row) =>
    writeRow('next', row, words, row.way, String(Math.round(row.playsPerGigabyte))),
  )
  return writeTable([TAIL_COLUMNS, ...[...risks, ...wanted].map((row) => row.map(disarm))])
}

function writeRow(
  list: string,
  recording: TailRecording,
  words: Words,
  way = '',
  rate = '',
): readonly string[] {
  const { track, plays, bytes, isEstimate, kept, places, withdrawnAt, missing } = recording
  return [
    list,
    track.title,
    track.artists.join('; '),
    String(plays),
    String(bytes),
    isEstimate ? 'yes' : 'no',
    kept?.path ?? '',
    String(holdersOf(recording)),
    String(kept?.copies ?? 0),
    places.map(({ name }) => name).join('; '),
    tellRight(recording, words),
    withdrawnAt === '' ? 'yes' : (withdrawnAt ?? ''),
    kept?.keptAt ?? '',
    kept?.checkedAt ?? '',
    way,
    rate,
    missing?.reason ? say(missing.reason, words) : '',
    (missing?.links ?? []).map(({ url }) => url).join(' '),
  ]
}

/** Titles come from anywhere, and none of our numbers is negative; nobody reads this table back as a playlist. */
const disarm = (cell: string) => (/^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell)

/** The curves and decades as numbers: what stands in the pictures. */
export function writeCurvesCsv({ lorenz, decades, storage }: LongTail): string {
  const point = (curve: string, x: number, y: number) => [curve, String(x), String(y), '']
  return writeTable([
    CURVE_COLUMNS,
    ...lorenz.map(({ x, y }) => point('lorenz: share of tracks, share of plays', x, y)),
    ...decades.map(({ from, tracks, keptTracks }) => [
      'decade: plays from, tracks, kept',
      String(from),
      String(tracks),
      String(keptTracks),
    ]),
    ...storage.byPlays.map(({ x, y }) => point('storage by plays: bytes, share of plays', x, y)),
    ...storage.byPlaysPerByte.map(({ x, y }) =>
      point('storage by plays per byte: bytes, share of plays', x, y),
    ),
  ])
}

export const CURVE_COLUMNS = ['Curve', 'X', 'Y', 'Kept'] as const
