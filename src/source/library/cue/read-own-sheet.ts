import type { ProbedFile } from '../../../tags/read/probe-file.ts'
import { type FlacCueTrack, readFlacCueSheet } from '../../../tags/xiph/flac-cue-sheet.ts'
import type { CueSheet } from '../../../text/cue-sheet.ts'
import { readSheetText } from './read-sheet.ts'

/** The cue sheet in a file of an album: as text in its tags, or FLAC's own block. None of a file of one track. */
export async function readOwnSheet(
  path: string,
  probed: ProbedFile,
): Promise<CueSheet | undefined> {
  const { tags, audio } = probed
  const text = textsOf(probed, /^cue ?sheet$/i)[0]
  const sheet = text === undefined ? undefined : readSheetText(text)
  const files = new Set(sheet?.tracks.map(({ file }) => file))
  // A sheet of several files is that of a disc, of which this file is one track.
  if (sheet && sheet.tracks.length > 1 && files.size === 1) return sheet
  if (audio.container !== 'FLAC' || audio.sampleRate === undefined) return undefined
  const block = await readFlacCueSheet(path)
  if (!block || block.length < 2) return undefined
  const tracks = block.map((track) => describe(track, probed))
  const [performer] = tags.albumArtists.length > 0 ? tags.albumArtists : tags.artists
  return { title: tags.album, performer, date: tags.date, rate: audio.sampleRate, tracks }
}

/** The block tells places alone; names stand in tags that bear the track's number. */
function describe({ number, isAudio, startSample, isrc }: FlacCueTrack, probed: ProbedFile) {
  const named = (field: string) => {
    const marked = `${field}\\[0?${number}\\]`
    return textsOf(probed, new RegExp(`^(?:${marked}|cue_?track_?0?${number}_${field})$`, 'i'))[0]
  }
  return {
    number: String(number).padStart(2, '0'),
    isAudio,
    file: '',
    title: named('title'),
    performer: named('artist') ?? named('performer'),
    isrc,
    start: startSample,
  }
}

const textsOf = ({ tags }: ProbedFile, name: RegExp) =>
  Object.entries(tags.extra).find(([field]) => name.test(field))?.[1] ?? []
