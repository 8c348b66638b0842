import {
  ByteVector,
  Id3v2FrameIdentifiers as Frames,
  Id3v2AttachmentFrame,
  Id3v2FrameFlags,
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
import type { Cover, Tags } from '../model/media.ts'

Id3v2Settings.defaultVersion = 4
Id3v2Settings.defaultEncoding = StringType.UTF8
Id3v2Settings.useNumericGenres = false

/**
 * An ID3v2.4 tag (https://id3.org/id3v2.4.0-frames) by Picard's mapping. Given the tag that the file has,
 * only what differs is replaced: ratings, private and unknown frames stay.
 */
export function renderId3v2(tags: Tags, existing?: Uint8Array): Uint8Array {
  const tag = existing
    ? Id3v2Tag.fromData(ByteVector.fromByteArray(existing))
    : Id3v2Tag.fromEmpty()
  tag.version = 4
  // "Discard when the tag is altered" is a wish of the program that wrote it, not of the user.
  for (const frame of tag.frames) frame.flags &= ~Id3v2FrameFlags.TagAlterPreservation

  setText(tag, 'TIT2', [tags.title])
  // Picard: the credited line in TPE1, the list beside it. Without such a line the list itself.
  setText(tag, 'TPE1', tags.artistCredit ? [tags.artistCredit] : tags.artists)
  if (tags.artistCredit) setUserText(tag, 'ARTISTS', tags.artists)
  setText(tag, 'TALB', [tags.album])
  setText(tag, 'TPE2', tags.albumArtists)
  setText(tag, 'TRCK', [ofTotal(tags.trackNumber, tags.trackTotal)])
  setText(tag, 'TPOS', [ofTotal(tags.discNumber, tags.discTotal)])
  setText(tag, 'TDRC', [tags.date])
  setText(tag, 'TCON', tags.genres)
  setText(tag, 'TCOM', tags.composers)
  setText(tag, 'TSRC', [tags.isrc])
  setText(tag, 'TCOP', [tags.copyright])
  setUrl(tag, 'WCOP', tags.licenceUrl)
  setUrl(tag, 'WOAF', tags.fileUrl)
  setUrl(tag, 'WOAS', tags.sourceUrl)
  for (const [name, value] of Object.entries(tags.extra)) setUserText(tag, name, [value])
  if (tags.lyrics && !has(tag, 'USLT')) addLyrics(tag, tags.lyrics)
  if (tags.cover && !has(tag, 'APIC')) addCover(tag, tags.cover)
  return tag.render().toByteArray()
}

function frame(id: string): Id3v2FrameIdentifier {
  const identifier = Frames[id]
  if (!identifier) throw new Error(`No such frame: ${id}`)
  return identifier
}

const has = (tag: Id3v2Tag, id: string) => tag.frames.some(({ frameId }) => frameId === frame(id))

function setText(tag: Id3v2Tag, id: string, values: readonly (string | undefined)[]) {
  const filled = values.filter((value) => value !== undefined && value !== '')
  if (filled.length > 0) tag.setTextFrame(frame(id), ...(filled as string[]))
}

function setUserText(tag: Id3v2Tag, name: string, values: readonly string[]) {
  const frames = tag.frames.filter((frame) => frame instanceof Id3v2UserTextInformationFrame)
  for (const frame of frames) if (frame.description === name) tag.removeFrame(frame)
  const frame = Id3v2UserTextInformationFrame.fromDescription(name, StringType.UTF8)
  frame.text = [...values]
  tag.addFrame(frame)
}

function setUrl(tag: Id3v2Tag, id: string, url: string | undefined) {
  if (!url) return
  tag.removeFrames(frame(id))
  const link = Id3v2UrlLinkFrame.fromIdentity(frame(id))
  link.text = [url]
  tag.addFrame(link)
}

function addLyrics(tag: Id3v2Tag, lyrics: string) {
  const frame = Id3v2UnsynchronizedLyricsFrame.fromData('', 'XXX', StringType.UTF8)
  frame.text = lyrics
  tag.addFrame(frame)
}

function addCover(tag: Id3v2Tag, { mime, bytes }: Cover) {
  const picture = Picture.fromFullData(
    ByteVector.fromByteArray(bytes),
    PictureType.FrontCover,
    mime,
    '',
  )
  tag.addFrame(Id3v2AttachmentFrame.fromPicture(picture))
}

const ofTotal = (number: number | undefined, total: number | undefined) =>
  number === undefined ? undefined : total === undefined ? `${number}` : `${number}/${total}`
