import { reason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countRows } from '../../reading/count/rows.ts'
import { lengthToMs } from '../../reading/length.ts'
import { gatherListens, type Listen, type NoListen } from '../../reading/listens.ts'
import { isDayFirst, readMoment } from '../../reading/moment.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { HISTORY_NOTE, MIN_PLAY_MS } from '../../reading/services/spotify-history.ts'
import { readCsv } from '../../reading/table/csv.ts'
import { foldHeader } from '../../reading/table/header-meaning.ts'
import { type Table, understandTable } from '../../reading/table/table.ts'

/**
 * A listening history as a table, as people keep Spotify's after pandas or a spreadsheet: a row is a play, and says
 * how long it lasted (`ms_played`, `secsPlayed`), or at least when it ended. Its tracks, each once.
 */
export const historyTable: PlaylistFormat = {
  name: 'history-table',
  title: reason('playlist.format-history-table'),
  isLog: true,

  recognise: (input) => (findHistory(input) ? 0.9 : 0),

  read(input) {
    const found = findHistory(input)
    const isSpotifys = found?.table.header.some((cell) => /ms_?played|master_metadata/i.test(cell))
    const notes = isSpotifys ? [HISTORY_NOTE] : []
    const head = { format: 'history-table', name: '', fallbackName: nameOf(input), notes }
    return [gatherListens(head, found ? readPlays(input.text, found) : [])]
  },

  count(input) {
    const { table } = findHistory(input) ?? {}
    return table ? countRows(input.text, table.delimiter, table.before) : 0
  },
}

interface History {
  readonly table: Table
  readonly title: number
  readonly played?: number
  readonly at: number
}

/** Where a table says how long its tracks were listened to, or when they ended. */
function findHistory(input: FormatInput): History | undefined {
  if (/^\s{0,9}[{[<]/.test(input.text)) return undefined
  const table = understandTable(input.text)
  const title = table?.columns.single.title
  if (!table || title === undefined || table.columns.artists.length === 0) return undefined
  const places = (meaning: string) =>
    table.meanings.flatMap((each, at) => (each === meaning ? [at] : []))
  const played = places('played')
  const milliseconds = played.find((at) => unitOf(table.header[at] ?? '') === 1)
  const [at = table.columns.single.added ?? -1] = places('listened')
  if (played.length === 0 && places('listened').length === 0) return undefined
  return { table, title, played: milliseconds ?? played[0], at }
}

/** Of a number in such a column, in milliseconds. A header without a unit leaves it to the numbers: hardly any song lasts an hour. */
function unitOf(header: string, numbers: readonly number[] = []): number {
  const name = foldHeader(header)
  if (/(?:^| )(?:mins?|minutes)(?: |$)/.test(name)) return 60_000
  if (/(?:^| )(?:secs?|seconds)(?: |$)/.test(name)) return 1000
  const said = /(?:^| )(?:ms|milliseconds|millis)(?: |$)/.test(name)
  return !said && numbers.length > 0 && numbers.every((each) => !(each > 3600)) ? 1000 : 1
}

function* readPlays(
  text: string,
  { table, title, played, at }: History,
): Generator<Listen | NoListen> {
  const { columns, header, rows } = table
  const { album, uri, isrc } = columns.single
  const unit = unitOf(
    header[played ?? -1] ?? '',
    rows.map((row) => Number(row[played ?? -1])),
  )
  const dayFirst = isDayFirst(rows.map((row) => row[at] ?? ''))
  let place = 0
  for (const { cells } of readCsv(text, table.delimiter)) {
    if (place++ < table.before) continue
    const lasted = played === undefined ? MIN_PLAY_MS : readPlayed(cells[played] ?? '', unit)
    if (lasted < MIN_PLAY_MS) {
      yield 'short'
      continue
    }
    yield {
      title: (cells[title] ?? '').trim(),
      artists: columns.artists.map((artist) => (cells[artist] ?? '').trim()),
      album: album === undefined ? undefined : cells[album],
      uri: uri === undefined ? undefined : cells[uri],
      isrc: isrc === undefined ? undefined : cells[isrc],
      at: readMoment(cells[at] ?? '', dayFirst)?.iso ?? cells[at],
    }
  }
}

/** Shorter than any play where it cannot be read. */
function readPlayed(text: string, unit: number): number {
  const number = Number(text.trim() || Number.NaN)
  return Number.isNaN(number) ? (lengthToMs(text) ?? 0) : number * unit
}
