import { openAsBlob } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Tags } from '../../model/media.ts'
import { copyFile } from '../copy-file.ts'
import { noTags, readTags } from './gather-tags.ts'
import { updateFrames } from './id3v2.ts'
import { type Id3Frame, readFrames, tagSize, textsOf, writeFrames } from './id3v2-frames.ts'

/** An MP3 whose tags are about to change. */
export interface Mp3Tag {
  /** How many bytes stand before the sound. */
  readonly length: number
  readonly frames: readonly Id3Frame[]
  readonly tags: Tags
}

/** A file that the encoder wrote has no tag. */
export const noTag: Mp3Tag = { length: 0, frames: [], tags: noTags }

/**
 * Reads an MP3's tag as the ID3v2.4 tag that it becomes, for ID3v2.3 cannot tell "AC/DC" from two artists.
 * `start` is all that stands before the sound.
 */
export async function readMp3Tag(path: string, start: Uint8Array): Promise<Mp3Tag> {
  const frames = readFrames(start)
  const file = await openAsBlob(path)
  const sound = file.slice(start.length)
  const tags = await readMp3(new Blob([writeFrames(frames), sound]))
  return { length: start.length, frames, tags }
}

export class UnequalTags extends Error {
  override readonly name = 'UnequalTags'
}

/**
 * Copies an MP3 under a new tag; the sound, and tags that trail it, stay to the byte. What is written is read
 * back by another reader, and an unequal field is an error. Returns the source's SHA-256.
 */
export async function writeMp3Tag(
  paths: { readonly source: string; readonly target: string },
  before: Mp3Tag,
  tags: Tags,
  signal: AbortSignal,
): Promise<string> {
  const sha256 = await copyFile(paths.source, paths.target, signal, {
    skip: before.length,
    prefix: writeFrames(updateFrames(before.frames, before.tags, tags)),
  })
  const written = await readMp3(await openAsBlob(paths.target))
  const wrong = differingFields(tags, written)
  if (wrong.length > 0)
    throw new UnequalTags(`Tags read back otherwise than written: ${wrong.join('; ')}`)
  return sha256
}

/** As music-metadata reads it, but for genres: it takes all parentheses for numbers, as in "Rock (Indie)". */
async function readMp3(file: Blob): Promise<Tags> {
  const tags = await readTags(file)
  const start = await file.slice(0, tagSize(await file.slice(0, 10).bytes())).bytes()
  const genres = readFrames(start).find(({ id }) => id === 'TCON')
  if (!genres) return tags
  const values = textsOf(genres).map((text) => text.trim())
  // What begins so is a number from ID3v1's list, or several.
  const coded = values.some((value) => /^(\(|\d+$)/.test(value))
  return coded ? tags : { ...tags, genres: values.filter(Boolean) }
}

function differingFields(expected: Tags, actual: Tags): string[] {
  const show = (value: unknown) => JSON.stringify(value)?.slice(0, 100)
  const fields = Object.keys({ ...expected, ...actual }) as (keyof Tags)[]
  return fields
    .filter((field) => !isDeepStrictEqual(plain(expected[field]), plain(actual[field])))
    .map((field) => `${field} is ${show(actual[field])} instead of ${show(expected[field])}`)
}

/** Byte arrays of different classes are equal when their bytes are. */
function plain(value: Tags[keyof Tags]): unknown {
  if (typeof value !== 'object' || !('bytes' in value) || !(value.bytes instanceof Uint8Array))
    return value
  return { mime: value.mime, bytes: Buffer.from(value.bytes).toString('base64') }
}
