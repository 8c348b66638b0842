import { definedOnly } from '../../base/defined.ts'
import { filmExtensions } from '../../model/audio-kinds.ts'
import type { Tags } from '../../model/media.ts'
import { isOf, type Reason, reason, textReason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { type ProbedFile, probeFile } from '../../tags/read/probe-file.ts'
import type { CueSheet } from '../../text/cue-sheet.ts'
import { UserError } from '../../words/user-error.ts'
import { readOwnSheet } from './cue/read-own-sheet.ts'
import { extensionOf } from './left-out.ts'
import { explainFileError } from './walk-folder.ts'

/** What a file says of itself; missing where it says nothing. */
export type LibraryFileInfo = Omit<
  Recording,
  'id' | 'source' | 'title' | 'media' | 'url' | 'popularity'
> & {
  readonly title?: string
}

export type FileReading =
  | {
      readonly kind: 'read'
      readonly facts: LibraryFileInfo
      /** What it holds of a cue sheet, where it is an album. */
      readonly sheet?: CueSheet
      /** Its sound is often another cut of the song: only who names the file means it. */
      readonly isFilm?: true
    }
  /** `lasting`: the content is at fault, so that another attempt would end the same. */
  | { readonly kind: 'unreadable'; readonly reason: Reason; readonly lasting: boolean }

/** Longer texts are not names. */
const MAX_TEXT_LENGTH = 1000

/** Reads an audio file's tags and length. Only an abort throws. */
export async function readAudioFile(file: string, signal: AbortSignal): Promise<FileReading> {
  try {
    const probed = await probeFile(file, { covers: false, measure: true, signal })
    if (probed.unread !== undefined) return notAudio(textReason(probed.unread))
    if (!probed.audio.sampleRate)
      return { kind: 'unreadable', reason: reason('source.file-without-sound'), lasting: true }
    const sheet = await readOwnSheet(file, probed)
    const isFilm = probed.audio.hasVideo && filmExtensions.has(extensionOf(file))
    return { kind: 'read', facts: describeFile(probed), sheet, isFilm: isFilm || undefined }
  } catch (error) {
    signal.throwIfAborted()
    const why = explain(explainFileError(error))
    if (error instanceof UserError) return notAudio(why)
    return { kind: 'unreadable', reason: why, lasting: false }
  }
}

const notAudio = (why: Reason): FileReading => ({
  kind: 'unreadable',
  reason: reason('source.file-not-audio', { why: explain(why) }),
  lasting: true,
})

function describeFile({ tags, audio: { durationMs } }: ProbedFile): LibraryFileInfo {
  const facts = {
    title: cleanText(tags.title),
    album: cleanText(tags.album),
    durationMs: inRange(durationMs === undefined ? undefined : Math.round(durationMs), 1, 2 ** 31),
    year: inRange(Number(tags.date?.slice(0, 4)), 1000, 2999),
    isrc: cleanIsrc(tags.isrc),
    trackNumber: inRange(tags.trackNumber, 1, 9999),
    discNumber: inRange(tags.discNumber, 1, 999),
    licence: cleanText(tags.licenceUrl) ?? findLicence(tags) ?? cleanText(tags.copyright),
  }
  const albumArtists = cleanTexts(tags.albumArtists)
  return {
    ...definedOnly(facts),
    artists: cleanTexts(tags.artists),
    albumArtists: albumArtists.length > 0 ? albumArtists : undefined,
  }
}

/** A field named "licence" where the container has none of its own, or where it is no URL. */
function findLicence({ extra }: Tags): string | undefined {
  const [, texts = []] =
    Object.entries(extra).find(([name]) => /^licen[cs]e(?:[ _]?url)?$/i.test(name)) ?? []
  return cleanText(texts[0])
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

/** What the parser says may hold anything that stands in the file. */
function explain(why: Reason): Reason {
  if (!isOf(why, 'text')) return why
  return textReason((cleanText(why.params.text) ?? 'unknown').slice(0, 200))
}
