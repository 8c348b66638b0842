import { reason, textReason } from '../../../model/reason.ts'
import { type CueSheet, type CueTrack, readCueSheet } from '../../../text/cue-sheet.ts'
import type { PlaylistFormat } from '../../format.ts'
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
    const sheet = readCueSheet(readLines(input.text))
    const head = { format: 'cue', name: sheet.title, fallbackName: nameOf(input) }
    const named = isMix(sheet) ? { rate: sheet.rate, tracks: sheet.tracks } : sheet
    return [
      buildPlaylist({ ...head, creator: sheet.performer }, sheet.tracks.map(readTrack(named))),
    ]
  },

  count: (input) => countLines(input.text, (line) => /^TRACK\s/i.test(line)),
}

/** Somebody's mix of other people's tracks: its title is no album of theirs. */
const isMix = ({ performer, tracks }: CueSheet) =>
  performer !== undefined &&
  !/^(?:va|various)\b/i.test(performer) &&
  tracks.every((track) => track.performer && track.performer !== performer)

const readTrack =
  (sheet: CueSheet) =>
  (track: CueTrack, index: number): ReadRow => {
    if (!track.isAudio) return skipRow(track.title ?? track.file, reason('playlist.data-track'))
    const next = sheet.tracks[index + 1]
    const shared = next?.file === track.file || sheet.tracks[index - 1]?.file === track.file
    const split = track.performer ? undefined : splitArtistTitle(track.title ?? '')
    const end = next?.file === track.file ? next.start : undefined
    const { start = Number.NaN } = track
    const row = {
      kind: 'track',
      title: split?.artist ? split.title : track.title,
      artists: [track.performer || split?.artist || sheet.performer],
      album: sheet.title,
      albumArtists: [sheet.performer],
      durationMs:
        end !== undefined && end > start ? ((end - start) / sheet.rate) * 1000 : undefined,
      date: sheet.date,
      isrc: track.isrc,
      trackNumber: sheet.title && track.number,
      discNumber: sheet.disc,
      path: shared ? undefined : track.file,
      note: split?.note,
    } as const
    return shared ? row : nameByFile(row)
  }
