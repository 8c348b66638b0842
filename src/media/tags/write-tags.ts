import { openAsBlob } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Tags } from '../../model/media.ts'
import { type Chunks, copyFile, withEdits } from '../copy-file.ts'
import { type FlacHead, placesInFlac, readFlacHead, writeFlacHead } from './flac.ts'
import { readTags } from './gather-tags.ts'
import { readFrames, tagSize } from './id3v2-frames.ts'
import { type Mp4Head, placesInMp4, readMp4Head, writeMp4Head } from './m4a.ts'
import { type Mp3Head, readMp3Head, readMp3Tags, withOwnReading, writeMp3Head } from './mp3.ts'
import { type OggHead, placesInOgg, readOggHead, withOggHead, writeOggHead } from './ogg.ts'
import { asCarried } from './slots.ts'
import type { TagKind } from './tag-map.ts'
import { findChanges } from './update.ts'

/** Containers whose tags can be written. `ogg` holds Vorbis or Opus. */
export type Container = 'mp3' | 'flac' | 'ogg' | 'm4a'

/** A file whose tags are about to change: what they say, and the bytes that hold them. */
export type FileTags = { readonly tags: Tags } & Head

type Head =
  | { readonly container: 'mp3'; readonly head: Mp3Head }
  | { readonly container: 'flac'; readonly head: FlacHead }
  | { readonly container: 'ogg'; readonly head: OggHead }
  | { readonly container: 'm4a'; readonly head: Mp4Head }

/**
 * Reads what a file has, so that all of it can be carried over. `start` is where the sound of an MP3 begins.
 * Throws UserError where the container is damaged, or not of a kind that can be written.
 */
export async function readFileTags(
  path: string,
  container: Container,
  start?: number,
): Promise<FileTags> {
  if (container === 'mp3') {
    const head = await readMp3Head(path, start)
    return { container, head, tags: await readMp3Tags(path, head) }
  }
  const head = await readHead(path, container)
  return { ...head, tags: await readBack(path, head.container) }
}

async function readHead(path: string, container: Exclude<Container, 'mp3'>): Promise<Head> {
  if (container === 'flac') return { container, head: await readFlacHead(path) }
  if (container === 'ogg') return { container, head: await readOggHead(path) }
  return { container, head: await readMp4Head(path) }
}

export class UnequalTags extends Error {
  override readonly name = 'UnequalTags'
}

/** `2.3` is for players that know no better: it has no month without a day, and "/" parts values. */
export type Id3Version = '2.3' | '2.4'

export interface WrittenTags {
  /** Of the source. */
  readonly sha256: string
  /** The facts as this kind of tag carries them. */
  readonly tags: Tags
}

/**
 * Copies a file under new tags in one pass; the sound stays to the byte, and so does every frame, comment and
 * atom of the user's whose fact is as it was. What is written is read back by another reader (music-metadata),
 * and an unequal fact is an UnequalTags. The target must not be there yet; after an error it is the caller's
 * to remove.
 */
export async function writeTags(
  paths: { readonly source: string; readonly target: string },
  before: FileTags,
  tags: Tags,
  signal: AbortSignal,
  { id3 = '2.4' }: { readonly id3?: Id3Version } = {},
): Promise<WrittenTags> {
  const kind = kindOf(before)
  const carried = asCarried(kind, tags)
  const sha256 = await copyFile(
    paths.source,
    paths.target,
    signal,
    change(before, kind, carried, id3),
  )
  const written = await readBack(paths.target, before.container)
  const compare = before.container === 'mp3' && id3 === '2.3' ? asVersion3 : (tags: Tags) => tags
  const wrong = differingFields(compare(carried), compare(written))
  if (wrong.length > 0)
    throw new UnequalTags(`Tags read back otherwise than written: ${wrong.join('; ')}`)
  return { sha256, tags: carried }
}

/** The same file as one that has no tags: for one whose own cannot be carried over. */
export function withoutTags(before: FileTags): FileTags {
  const { tags } = before
  if (before.container === 'mp3') return { ...before, tags, head: { ...before.head, frames: [] } }
  if (before.container === 'flac')
    return {
      ...before,
      head: {
        ...before.head,
        blocks: before.head.blocks.filter(({ type }) => type !== 4 && type !== 6),
      },
    }
  if (before.container === 'ogg')
    return {
      ...before,
      head: { ...before.head, comment: { ...before.head.comment, comments: [] } },
    }
  return { ...before, head: { ...before.head, items: [] } }
}

function kindOf(file: Head): TagKind {
  if (file.container === 'mp3') return 'id3'
  if (file.container === 'm4a') return 'mp4'
  return file.container === 'ogg' && file.head.codec === 'opus' ? 'opus' : 'vorbis'
}

function change(
  file: FileTags,
  kind: TagKind,
  after: Tags,
  id3: Id3Version,
): (chunks: Chunks) => Chunks {
  const before = file.tags
  if (file.container === 'mp3') {
    const bytes = writeMp3Head(file.head, before, after, id3 === '2.3' ? 3 : 4)
    return withEdits([{ start: 0, end: file.head.length, bytes }])
  }
  if (file.container === 'flac') {
    const { start, end } = file.head
    const changes = findChanges(kind, before, after, placesInFlac(file.head))
    return withEdits([{ start, end, bytes: writeFlacHead(file.head, changes) }])
  }
  if (file.container === 'ogg') {
    const changes = findChanges(kind, before, after, placesInOgg(file.head))
    return withOggHead(file.head, writeOggHead(file.head, changes))
  }
  const { start, moov } = file.head
  const bytes = writeMp4Head(file.head, findChanges(kind, before, after, placesInMp4(file.head)))
  return withEdits([{ start, end: start + moov.length, bytes }])
}

async function readBack(path: string, container: Container): Promise<Tags> {
  const file = await openAsBlob(path)
  const tags = await readTags(file)
  if (container !== 'mp3') return tags
  const start = await file.slice(0, tagSize(await file.slice(0, 10).bytes())).bytes()
  return withOwnReading(tags, readFrames(start))
}

function differingFields(expected: Tags, actual: Tags): string[] {
  const show = (value: unknown) => JSON.stringify(value)?.slice(0, 100)
  const fields = Object.keys({ ...expected, ...actual }) as (keyof Tags)[]
  return fields
    .filter((field) => !isDeepStrictEqual(plain(expected[field]), plain(actual[field])))
    .map((field) => `${field} is ${show(actual[field])} instead of ${show(expected[field])}`)
}

/** Byte arrays of different classes are equal when their bytes are, and names of others in any letters. */
function plain(value: Tags[keyof Tags]): unknown {
  if (typeof value !== 'object') return value
  if ('bytes' in value && value.bytes instanceof Uint8Array)
    return { mime: value.mime, bytes: Buffer.from(value.bytes).toString('base64') }
  return value
}

/** What ID3v2.3 can tell: several values and one with a "/" are the same, dates are a year or a day. */
function asVersion3(tags: Tags): Tags {
  const joined = Object.entries(tags).map(([field, value]) => {
    if (field.endsWith('ate') && String(value).length === 7)
      return [field, String(value).slice(0, 4)]
    if (field === 'originalDate') return [field, String(value).slice(0, 4)]
    const list = Array.isArray(value) && value.every((item) => typeof item === 'string')
    return [field, list ? value.join('/') : value]
  })
  const extra = Object.entries(tags.extra).map(([name, texts]) => [name, texts.join('/')])
  return { ...Object.fromEntries(joined), extra: Object.fromEntries(extra) }
}
