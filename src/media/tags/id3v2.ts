import {
  ByteVector,
  Id3v2FrameIdentifiers as Frames,
  Id3v2AttachmentFrame,
  type Id3v2FrameIdentifier,
  Id3v2Settings,
  Id3v2Tag,
  Id3v2UnsynchronizedLyricsFrame,
  Id3v2UrlLinkFrame,
  Id3v2UserTextInformationFrame,
  Picture,
  PictureType,
  StringType,
} from 'node-taglib-sharp'
import type { Cover, Tags } from '../../model/media.ts'
import { type Id3Frame, keyOf, readFrames } from './id3v2-frames.ts'

Id3v2Settings.defaultVersion = 4
Id3v2Settings.defaultEncoding = StringType.UTF8

/**
 * The frames of a finished file: `kept`, those that the user's file had, where the facts are still as they
 * were (`before`); ours for what is new or was filled in.
 */
export function updateFrames(
  kept: readonly Id3Frame[],
  before: Tags,
  after: Tags,
): readonly Id3Frame[] {
  const present = new Set(kept.map(keyOf))
  const old = new Map(renderFrames(before).map((frame) => [keyOf(frame), frame.data]))
  const fresh = renderFrames(after).filter((frame) => {
    const was = old.get(keyOf(frame))
    return !present.has(keyOf(frame)) || !was || Buffer.compare(was, frame.data) !== 0
  })
  const replaced = new Set(fresh.map(keyOf))
  return [...fresh, ...kept.filter((frame) => !replaced.has(keyOf(frame)))]
}

/** Facts as ID3v2.4 frames (https://id3.org/id3v2.4.0-frames) by Picard's mapping. */
function renderFrames(tags: Tags): Id3Frame[] {
  const tag = Id3v2Tag.fromEmpty()
  setText(tag, 'TIT2', [tags.title])
  // Picard: the credited line in TPE1, the list beside it. Without such a line the list itself.
  setText(tag, 'TPE1', tags.artistCredit ? [tags.artistCredit] : tags.artists)
  if (tags.artistCredit) addUserText(tag, 'ARTISTS', tags.artists)
  setText(tag, 'TALB', [tags.album])
  setText(tag, 'TPE2', tags.albumArtists)
  setText(tag, 'TRCK', [ofTotal(tags.trackNumber, tags.trackTotal)])
  setText(tag, 'TPOS', [ofTotal(tags.discNumber, tags.discTotal)])
  setText(tag, 'TDRC', [tags.date])
  setText(tag, 'TCOM', tags.composers)
  setText(tag, 'TSRC', [tags.isrc])
  setText(tag, 'TCOP', [tags.copyright])
  addUrl(tag, 'WCOP', tags.licenceUrl)
  addUrl(tag, 'WOAF', tags.fileUrl)
  addUrl(tag, 'WOAS', tags.sourceUrl)
  for (const [name, values] of Object.entries(tags.extra)) addUserText(tag, name, values)
  if (tags.lyrics) addLyrics(tag, tags.lyrics)
  if (tags.cover) addCover(tag, tags.cover)
  return [...readFrames(tag.render().toByteArray()), ...renderGenres(tags.genres)]
}

/** By hand: the library turns "Remix" into "RX" here. */
function renderGenres(genres: readonly string[]): Id3Frame[] {
  return genres.length > 0 ? [{ id: 'TCON', data: Buffer.from(`\x03${genres.join('\0')}`) }] : []
}

function frameId(id: string): Id3v2FrameIdentifier {
  const known = Frames[id]
  if (!known) throw new Error(`No such frame: ${id}`)
  return known
}

function setText(tag: Id3v2Tag, id: string, values: readonly (string | undefined)[]) {
  const filled = values.filter((value) => value !== undefined && value !== '')
  if (filled.length > 0) tag.setTextFrame(frameId(id), ...(filled as string[]))
}

function addUserText(tag: Id3v2Tag, name: string, values: readonly string[]) {
  const frame = Id3v2UserTextInformationFrame.fromDescription(name, StringType.UTF8)
  frame.text = [...values]
  tag.addFrame(frame)
}

function addUrl(tag: Id3v2Tag, id: string, url: string | undefined) {
  if (!url) return
  const frame = Id3v2UrlLinkFrame.fromIdentity(frameId(id))
  frame.text = [url]
  tag.addFrame(frame)
}

function addLyrics(tag: Id3v2Tag, lyrics: string) {
  // "XXX": the language is not known.
  const frame = Id3v2UnsynchronizedLyricsFrame.fromData('', 'XXX', StringType.UTF8)
  frame.text = lyrics
  tag.addFrame(frame)
}

function addCover(tag: Id3v2Tag, { mime, bytes }: Cover) {
  const data = ByteVector.fromByteArray(bytes)
  const picture = Picture.fromFullData(data, PictureType.FrontCover, mime, '')
  tag.addFrame(Id3v2AttachmentFrame.fromPicture(picture))
}

function ofTotal(number: number | undefined, total: number | undefined): string | undefined {
  if (number === undefined) return total === undefined ? undefined : `0/${total}`
  return total === undefined ? `${number}` : `${number}/${total}`
}
