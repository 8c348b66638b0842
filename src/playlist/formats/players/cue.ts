import { reason, textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countLines } from '../../reading/count/lines.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { readLines, sampleLines } from '../../reading/lines.ts'
import { splitArtistTitle } from '../../reading/names/artist-title.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile } from '../../reading/names/named-by-file.ts'

/**
 * A cue sheet, of a disc, of an album in one file or of a mix: https://wiki.hydrogenaud.io/index.php?title=Cue_sheet.
 * A file that holds several of its tracks is none of theirs: such tracks have no path.
 */
export const cue: PlaylistFormat = {
  name: 'cue',
  title: textReason('CUE'),

  recognise(input) {
    const lines = sampleLines(input.text)
    const has = (pattern: RegExp) => lines.some((line) => pattern.test(line))
    return has(/^\s*TRACK\s+\d{1,3}\s+[A-Z]/i) && has(/^\s*INDEX\s+\d{1,2}\s+\d+:\d\d:\d\d/i)
      ? 1
      : 0
  },

  read(input) {
    const sheet = readSheet(input)
    const head = { format: 'cue', name: sheet.title, fallbackName: nameOf(input) }
    const named = isMix(sheet) ? { tracks: sheet.tracks } : sheet
    return [
      buildPlaylist({ ...head, creator: sheet.performer }, sheet.tracks.map(readTrack(named))),
    ]
  },

  count: (input) => countLines(input.text, (line) => /^TRACK\s/i.test(line)),
}

interface CueTrack {
  readonly number: string
  /** `AUDIO`, or what kind of data. */
  readonly mode: string
  readonly file: string
  title?: string
  performer?: string
  isrc?: string
  /** Where it begins in its file. */
  startMs?: number
}

interface CueSheet {
  title?: string
  performer?: string
  date?: string
  disc?: string
  readonly tracks: CueTrack[]
}

function readSheet(input: FormatInput): CueSheet {
  const sheet: CueSheet = { tracks: [] }
  let file = ''
  let track: CueTrack | undefined
  for (const line of readLines(input.text)) {
    const [, word = '', rest = ''] = /^\s*(?:REM\s+)?([a-z]+)\s+(.*)$/i.exec(line) ?? []
    const value = unquote(rest)
    const key = word.toUpperCase()
    if (key === 'FILE') file = unquote(rest.replace(/\s+[A-Z0-9]+\s*$/i, ''))
    else if (key === 'TRACK') {
      const [, number = '', mode = ''] = /^(\d+)\s*(\S*)/.exec(rest) ?? []
      track = { number, mode, file }
      sheet.tracks.push(track)
    } else if (key === 'TITLE') (track ?? sheet).title = value
    else if (key === 'PERFORMER') (track ?? sheet).performer = value
    else if (key === 'ISRC' && track) track.isrc = value
    else if (key === 'INDEX' && track) readIndex(track, rest)
    else if (key === 'DATE' && !track) sheet.date = value
    else if (key === 'DISCNUMBER' && !track) sheet.disc = value
  }
  return sheet
}

/** Somebody's mix of other people's tracks: its title is no album of theirs. */
const isMix = ({ performer, tracks }: CueSheet) =>
  performer !== undefined &&
  !/^(?:va|various)\b/i.test(performer) &&
  tracks.every((track) => track.performer && track.performer !== performer)

const unquote = (text: string) =>
  text
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim()

/** `01 MM:SS:FF`, 75 frames a second. */
function readIndex(track: CueTrack, value: string) {
  const [, number, minutes, seconds, frames] = /^(\d+)\s+(\d+):(\d+):(\d+)/.exec(value) ?? []
  if (Number(number) !== 1) return
  track.startMs = (Number(minutes) * 60 + Number(seconds)) * 1000 + (Number(frames) / 75) * 1000
}

const readTrack =
  (sheet: CueSheet) =>
  (track: CueTrack, index: number): ReadRow => {
    if (/^(?:MODE|CD[GI]$|CDI\/)/i.test(track.mode))
      return skipRow(track.title ?? track.file, reason('playlist.data-track'))
    const next = sheet.tracks[index + 1]
    const shared = next?.file === track.file || sheet.tracks[index - 1]?.file === track.file
    const split = track.performer ? undefined : splitArtistTitle(track.title ?? '')
    const end = next?.file === track.file ? next.startMs : undefined
    const { startMs = Number.NaN } = track
    const row = {
      kind: 'track',
      title: split?.artist ? split.title : track.title,
      artists: [track.performer || split?.artist || sheet.performer],
      album: sheet.title,
      albumArtists: [sheet.performer],
      durationMs: end !== undefined && end > startMs ? end - startMs : undefined,
      date: sheet.date,
      isrc: track.isrc,
      trackNumber: sheet.title && track.number,
      discNumber: sheet.disc,
      path: shared ? undefined : track.file,
      note: split?.note,
    } as const
    return shared ? row : nameByFile(row)
  }
