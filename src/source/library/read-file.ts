import { type IAudioMetadata, type ICommonTagsResult, parseFromTokenizer } from 'music-metadata'
import { type Reason, reason, textReason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { BlockTokenizer } from '../../tags/read/block-tokenizer.ts'
import { mendTexts } from '../../tags/read/legacy-text.ts'
import { readOggDuration } from '../../tags/read/ogg-duration.ts'
import { explainFileError } from './walk-folder.ts'

/** What a file says of itself; missing where it says nothing. */
export type LibraryFileInfo = Omit<
  Recording,
  'id' | 'source' | 'title' | 'media' | 'url' | 'popularity'
> & {
  readonly title?: string
}

export type FileReading =
  | { readonly kind: 'read'; readonly facts: LibraryFileInfo }
  /** `lasting`: the content is at fault, so that another attempt would end the same. */
  | { readonly kind: 'unreadable'; readonly reason: Reason; readonly lasting: boolean }

/** Bytes read for tags: enough for tags and covers at both ends, too few to search a whole broken file. */
const MAX_TAG_BYTES = 96 * 1024 * 1024

/** Counting the frames of a stream without an index reads it all. */
const MAX_COUNT_BYTES = 512 * 1024 * 1024

/** Longer texts are not names. */
const MAX_TEXT_LENGTH = 1000

/** Reads an audio file's tags and length. Only an abort throws. */
export async function readAudioFile(file: string, signal: AbortSignal): Promise<FileReading> {
  try {
    // A name that ends wrongly (an .mp3 that is an MP4) leads to the wrong parser: then the content tells.
    let read = await parse(file, { useName: true, signal }).catch((error) => {
      if (isSystemError(error)) throw error
      return undefined
    })
    signal.throwIfAborted()
    if (!read?.metadata.format.sampleRate) read = await parse(file, { useName: false, signal })
    // A parser may have taken the stop for the file's end.
    signal.throwIfAborted()
    if (!read.metadata.format.sampleRate)
      return { kind: 'unreadable', reason: reason('source.file-without-sound'), lasting: true }
    return { kind: 'read', facts: describeFile(mendTags(read.metadata, file), read) }
  } catch (error) {
    signal.throwIfAborted()
    const lasting = !isSystemError(error)
    const why = explain(error)
    return {
      kind: 'unreadable',
      reason: lasting ? reason('source.file-not-audio', { why }) : why,
      lasting,
    }
  }
}

interface Parsed {
  readonly metadata: IAudioMetadata
  readonly durationMs: number | undefined
}

async function parse(
  file: string,
  { useName, signal }: { readonly useName: boolean; readonly signal: AbortSignal },
): Promise<Parsed> {
  const tokenizer = await BlockTokenizer.open(file, { budget: MAX_TAG_BYTES, useName, signal })
  let metadata: IAudioMetadata
  try {
    metadata = await parseFromTokenizer(tokenizer, { skipCovers: true })
    const { container, sampleRate, duration } = metadata.format
    if (duration !== undefined || !sampleRate)
      return { metadata, durationMs: toMilliseconds(duration) }
    if (container === 'Ogg')
      return { metadata, durationMs: await readOggDuration(tokenizer, sampleRate) }
  } finally {
    await tokenizer.close()
  }
  return { metadata, durationMs: await countFrames(file, { useName, signal }) }
}

/** For what has its length written nowhere (AAC, MP3 of varying bit rate without an index). */
async function countFrames(
  file: string,
  options: { readonly useName: boolean; readonly signal: AbortSignal },
): Promise<number | undefined> {
  const tokenizer = await BlockTokenizer.open(file, { ...options, budget: MAX_COUNT_BYTES })
  try {
    const { format } = await parseFromTokenizer(tokenizer, { skipCovers: true, duration: true })
    return toMilliseconds(format.duration)
  } catch (error) {
    if (isSystemError(error)) throw error
    return undefined
  } finally {
    await tokenizer.close()
  }
}

/** What ID3 tags name, in the letters that were meant; other tags say their encoding. */
function mendTags({ common, format }: IAudioMetadata, file: string): ICommonTagsResult {
  const isId3 = format.tagTypes?.some((type) => type.startsWith('ID3')) === true
  if (!isId3) return common
  const { title, artist, artists, album, albumartist, albumartists } = common
  const names = [title, artist, album, albumartist, ...(artists ?? []), ...(albumartists ?? [])]
  const mended = mendTexts(
    names.filter((name) => name !== undefined),
    file,
  )
  const mend = (name: string) => mended.get(name) ?? name
  return {
    ...common,
    title: title === undefined ? title : mend(title),
    album: album === undefined ? album : mend(album),
    artists: joinInitials(artists?.map(mend)),
    albumartists: joinInitials(albumartists?.map(mend)),
  }
}

/** ID3v2.3 parts artists by slashes; where that leaves nothing but initials, the slash is part of a name. */
const joinInitials = (names: string[] | undefined) =>
  names && names.length > 1 && names.every((name) => /^\p{L}{1,3}$/u.test(name))
    ? [names.join('/')]
    : names

function describeFile(
  common: ICommonTagsResult,
  { metadata, durationMs }: Parsed,
): LibraryFileInfo {
  const facts = {
    title: cleanText(common.title),
    album: cleanText(common.album),
    durationMs: inRange(durationMs === undefined ? undefined : Math.round(durationMs), 1, 2 ** 31),
    year: inRange(common.year, 1000, 2999),
    isrc: cleanIsrc(common.isrc?.[0]),
    trackNumber: inRange(common.track.no, 1, 9999),
    discNumber: inRange(common.disk.no, 1, 999),
    licence: cleanText(common.license) ?? findLicence(metadata) ?? cleanText(common.copyright),
  }
  const albumArtists = cleanTexts(common.albumartists)
  return {
    ...(Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined),
    ) as Partial<LibraryFileInfo>),
    artists: cleanTexts(common.artists),
    albumArtists: albumArtists.length > 0 ? albumArtists : undefined,
  }
}

/** A field named "licence" where the format has none of its own: `TXXX:LICENSE`, `----:…:LICENCE`. */
function findLicence({ native }: IAudioMetadata): string | undefined {
  for (const { id, value } of Object.values(native).flat()) {
    const name = id.slice(id.lastIndexOf(':') + 1)
    if (/^licen[cs]e(?:[ _]?url)?$/i.test(name)) return cleanText(value)
  }
  return undefined
}

function cleanTexts(texts: readonly string[] | undefined): readonly string[] {
  return [...new Set((texts ?? []).map(cleanText).filter((text) => text !== undefined))]
}

/** One line of well-formed text, or nothing. */
function cleanText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const line = value
    .slice(0, MAX_TEXT_LENGTH)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return line === '' ? undefined : line
}

/** ISO 3901, as the model has it. */
function cleanIsrc(text: string | undefined): string | undefined {
  const isrc = cleanText(text)
    ?.replaceAll(/[^a-z\d]/gi, '')
    .toUpperCase()
  return isrc && /^[A-Z]{2}[A-Z\d]{3}\d{7}$/.test(isrc) ? isrc : undefined
}

function inRange(value: number | null | undefined, least: number, most: number) {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined
}

const toMilliseconds = (seconds: number | undefined) =>
  seconds === undefined || !Number.isFinite(seconds) ? undefined : seconds * 1000

const isSystemError = (error: unknown) => error instanceof Error && 'errno' in error

/** What the parser says may hold anything that stands in the file. */
function explain(error: unknown): Reason {
  const why = explainFileError(error)
  if (why.code !== 'text') return why
  return textReason((cleanText(why.params.text) ?? 'unknown').slice(0, 200))
}
