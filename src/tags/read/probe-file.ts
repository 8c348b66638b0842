import { extname } from 'node:path'
import { digestSink } from '../../base/hash.ts'
import type { Tags } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { mpeg } from '../streams/mpeg.ts'
import type { AudioProperties } from './audio-properties.ts'
import type { Container, ContainerReading, ReadRequest } from './container.ts'
import { containers } from './containers.ts'
import { type ByteSource, FileBytes } from './file-bytes.ts'
import { layersAround } from './layers-around.ts'
import { mergeLayers, picturesOf } from './merge-layers.ts'
import type { RemoteBytes } from './remote-bytes.ts'
import { readTagsAround } from './tags-around.ts'

export type { AudioProperties } from './audio-properties.ts'

export interface ProbedFile {
  readonly tags: Tags
  readonly audio: AudioProperties
  /** All that it holds, as they are and whatever they are, the front first. */
  readonly pictures?: readonly Uint8Array[]
  /** What of its tags was mended, dropped or not understood. */
  readonly notes: readonly Reason[]
  /** What texts of ID3 are in that say they are Latin-1, where that is known: they are mended. */
  readonly encoding?: string
  /** Why nothing can be said of this file but what tags around it say. FFmpeg may know it all the same. */
  readonly unread?: string
}

export interface ProbeOptions {
  /** Pictures are read where nothing is said. */
  readonly covers?: boolean
  /** Goes through the whole file where no header says how long it is. */
  readonly measure?: boolean
  readonly signal?: AbortSignal
}

/** Bytes read for tags: enough for tags and covers at both ends, too few to search a whole broken file. */
const MAX_TAG_BYTES = 96 * 1024 * 1024

/** Counting the frames of a stream without an index reads it all. */
const MAX_COUNT_BYTES = 512 * 1024 * 1024

/**
 * The one reader of audio files: tags and headers, by content. The index of a library, the maker of files and the
 * writer of tags know of a file what this says. Throws what the system says of a file that cannot be opened or read,
 * a UserError for what is no regular file, and the signal's reason.
 */
export async function probeFile(
  path: string,
  { covers = true, measure = false, signal }: ProbeOptions = {},
): Promise<ProbedFile> {
  const read = async (measure: boolean) => {
    const budget = measure ? MAX_COUNT_BYTES : MAX_TAG_BYTES
    await using file = await FileBytes.open(path, budget, signal)
    const probed = await probe(file, { path, covers, measure })
    // A reader may have taken the stop for the file's end.
    signal?.throwIfAborted()
    return probed
  }
  const probed = await read(false)
  const { durationMs, sampleRate } = probed.audio
  if (!measure || durationMs !== undefined || sampleRate === undefined) return probed
  const measured = await read(true)
  return measured.unread === undefined ? measured : probed
}

/** The same of a file that lies on a server, by parts of it. `name` is as the file is called. */
export async function probeRemote(
  remote: RemoteBytes,
  name: string,
  signal?: AbortSignal,
): Promise<ProbedFile> {
  await using file = FileBytes.over(remote, MAX_TAG_BYTES, signal)
  const probed = await probe(file, { path: name, covers: true, measure: false })
  signal?.throwIfAborted()
  return probed
}

async function probe(file: FileBytes, request: ReadRequest): Promise<ProbedFile> {
  const around = await readTagsAround(file)
  const content = file.part(around.start, around.end)
  const own = await readContent(content, request, around.start > 0).catch((error) => {
    if (isSystemError(error)) throw error
    return unreadable(error, request)
  })
  const { layers, notes, encoding } = layersAround(around, request, own.hasApeTags)
  const all = [...own.layers, ...layers]
  return {
    tags: mergeLayers(all),
    audio: { ...inRange(own.audio), bytes: file.size },
    pictures: picturesOf(all).map(({ data }) => data),
    notes: [...(own.notes ?? []), ...notes],
    encoding,
    unread: own.unread,
  }
}

/** A rate of nothing, and what follows from it, is no rate. */
function inRange(audio: ContainerReading['audio']): ContainerReading['audio'] {
  const sane = (value: number | undefined) =>
    value !== undefined && Number.isFinite(value) && value > 0 ? value : undefined
  const { durationMs, sampleRate, bitRate, channels } = audio
  return {
    ...audio,
    durationMs: durationMs === 0 ? 0 : sane(durationMs),
    ...{ sampleRate: sane(sampleRate), bitRate: sane(bitRate), channels: sane(channels) },
  }
}

interface ContentReading extends ContainerReading {
  readonly hasApeTags?: boolean
  readonly unread?: string
}

function unreadable(error: unknown, { path }: ReadRequest): ContentReading {
  const text = error instanceof Error ? error.message : String(error)
  return { audio: { lossless: false }, layers: [], unread: text.replace(`: ${path}`, '') }
}

const START_BYTES = 4096

async function readContent(
  file: ByteSource,
  request: ReadRequest,
  hasId3: boolean,
): Promise<ContentReading> {
  const container = await findContainer(file, request.path, hasId3)
  if (!container) throw new UserError(reason('media.kind-unknown'))
  return { ...(await container.read(file, request)), hasApeTags: container.hasApeTags }
}

/** By content; where that begins with nothing known, what stands behind ID3v2 is MPEG audio, or as the name says. */
async function findContainer(
  file: ByteSource,
  path: string,
  hasId3: boolean,
): Promise<Container | undefined> {
  const start = await file.read(0, START_BYTES)
  const extension = extname(path).slice(1).toLowerCase()
  return (
    containers.find(({ recognises }) => recognises(start)) ??
    (hasId3 ? mpeg : containers.find(({ extensions = [] }) => extensions.includes(extension)))
  )
}

/**
 * SHA-256 of a file's sound as it is stored (packets, frames, samples), in lower-case hexadecimal: tags may be written
 * anew and leave it as it is. Undefined where the sound is not told apart from the tags. Throws as `probeFile` does.
 */
export async function digestSound(path: string, signal?: AbortSignal): Promise<string | undefined> {
  await using file = await FileBytes.open(path, Number.POSITIVE_INFINITY, signal)
  const { start, end } = await readTagsAround(file)
  const content = file.part(start, end)
  const sound = (await findContainer(content, path, start > 0))?.sound?.(content)
  if (!sound) return undefined
  const sha256 = digestSink('sha256')
  let bytes = 0
  for await (const piece of sound) {
    sha256.write(piece)
    bytes += piece.length
  }
  return bytes > 0 ? sha256.hex() : undefined
}

const isSystemError = (error: unknown) =>
  error instanceof Error && 'errno' in error && !(error instanceof UserError)
