import { textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countRows } from '../../reading/count/rows.ts'
import { checkCount } from '../../reading/entries.ts'
import { type Listen, ListenLog } from '../../reading/listens.ts'
import { readCsv } from '../../reading/table/csv.ts'

/** Shazam's library (`shazamlibrary.csv`): a title, then a row for each time that something was recognised. */
export const shazam: PlaylistFormat = {
  name: 'shazam',
  title: textReason('Shazam (CSV)'),
  recognise: (input) => (findColumns(input) ? 1 : 0),

  read(input) {
    const name = 'Shazam'
    const tags = new ListenLog()
    for (const tag of readTags(input)) tags.add(tag)
    // How often something was recognised does not say how often it was played.
    const rows = tags.tracks.rows().map((row) => ({ ...row, plays: undefined }))
    return [tags.toPlaylist({ format: 'shazam', name, fallbackName: name }, rows)]
  },

  count: (input) => countRows(input.text, ',', findColumns(input)?.before),
}

/** Which column is which, and how many rows stand before the first tag. */
function findColumns({ text }: FormatInput) {
  let before = 0
  for (const { cells } of readCsv(text.slice(0, 4096))) {
    before++
    const at = (name: string) => cells.findIndex((cell) => cell.trim().toLowerCase() === name)
    if (at('tagtime') >= 0 && at('title') >= 0 && at('artist') >= 0)
      return { before, time: at('tagtime'), title: at('title'), artist: at('artist') }
    if (before > 3) return undefined
  }
  return undefined
}

/** What was recognised twice is one track. */
function* readTags(input: FormatInput): Generator<Listen> {
  const columns = findColumns(input)
  if (!columns) return
  let row = 0
  for (const { cells } of readCsv(input.text)) {
    if (row++ < columns.before) continue
    checkCount(row)
    yield {
      title: cells[columns.title],
      artists: [cells[columns.artist]],
      at: cells[columns.time]?.trim(),
    }
  }
}
