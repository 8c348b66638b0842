import { reason, textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { programList } from '../../reading/clean.ts'
import { countLines } from '../../reading/count/lines.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { readLines } from '../../reading/lines.ts'
import { isAudioFile, isRemote } from '../../reading/location.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile } from '../../reading/names/named-by-file.ts'

const CONTENT = /^#-----CONTENT-----#/m

/** AIMP's list (`.aimppl4`): sections, and in the last a line for each file, of cells with `|` between them. */
export const aimp: PlaylistFormat = {
  name: 'aimp',
  title: textReason('AIMP (aimppl4)'),
  recognise: (input) =>
    /^\s{0,9}#-----SUMMARY-----#/.test(input.text) || CONTENT.test(input.text.slice(0, 64 * 1024))
      ? 1
      : 0,

  read(input) {
    const head = input.text.slice(0, 64 * 1024)
    const name = /^Name=(.*)$/m.exec(head)?.[1]
    const uri = programList('aimp', /^ID=(.*)$/m.exec(head)?.[1]?.trim())
    const fallbackName = nameOf(input)
    return [buildPlaylist({ format: 'aimp', name, fallbackName, uri }, readRows(input))]
  },

  count: ({ text }) =>
    countLines(text.slice(CONTENT.exec(text)?.index ?? text.length), (line) => line.includes('|')),
}

function* readRows(input: FormatInput): Generator<ReadRow> {
  const start = CONTENT.exec(input.text)?.index ?? input.text.length
  for (const line of readLines(input.text.slice(start))) {
    // Lines of a group: its folder, open (`-`) or closed (`+`).
    if (/^(?:#-----|[-+])/.test(line)) continue
    yield readFile(line.split('|'))
  }
}

/**
 * Path, title, artist, album; then the album's artist in newer versions, genre, year, track and disc, and behind
 * the sample rate the length in milliseconds.
 */
function readFile(cells: readonly string[]): ReadRow {
  const [path = '', title, artist, album] = cells
  if (isRemote(path) && !isAudioFile(path))
    return skipRow(title || path, reason('playlist.stream-or-list'))
  const rate = cells.findIndex((cell, index) => index > 5 && SAMPLE_RATES.has(cell.trim()))
  const year = cells.findIndex(
    (cell, index) => index > 4 && index < 8 && /^[12]\d{3}$/.test(cell.trim()),
  )
  const isNewer = year === 6
  return nameByFile({
    kind: 'track',
    title,
    artists: [artist],
    album,
    albumArtists: isNewer ? [cells[4]] : [],
    date: cells[year],
    trackNumber: year < 0 ? undefined : cells[year + 1],
    discNumber: isNewer ? cells[8] : undefined,
    durationMs: rate < 0 ? undefined : cells[rate + 1],
    uri: isRemote(path) ? path : undefined,
    path: isRemote(path) ? undefined : path,
  })
}

const SAMPLE_RATES = new Set(
  '8000,11025,12000,16000,22050,24000,32000,44100,48000,64000,88200,96000,176400,192000,352800,384000,2822400,5644800'.split(
    ',',
  ),
)
