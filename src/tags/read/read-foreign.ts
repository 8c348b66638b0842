import { type IAudioMetadata, parseFromTokenizer } from 'music-metadata'
import type { ContainerReading, ReadRequest } from './container.ts'
import type { ByteSource } from './file-bytes.ts'
import { readOggLength } from './ogg-length.ts'
import { layersOf } from './read-tags.ts'
import { type FileInfo, SourceTokenizer } from './source-tokenizer.ts'

interface ForeignRequest extends ReadRequest {
  /** A tag of ID3v2 stood before the content: where nothing else is known, that is MPEG audio. */
  readonly hasId3: boolean
}

/** What music-metadata makes of a file: by its content, and by its name where that begins with nothing known. */
export async function readForeign(
  file: ByteSource,
  { path, covers, measure, hasId3 }: ForeignRequest,
): Promise<ContainerReading> {
  const options = { skipCovers: !covers, duration: measure }
  const parse = (info: FileInfo) => parseFromTokenizer(new SourceTokenizer(file, info), options)
  const metadata = await parse({}).catch((error) => {
    if (!isOfUnknownKind(error)) throw error
    return parse(hasId3 ? { mimeType: 'audio/mpeg' } : { path })
  })
  const audio = gatherProperties(metadata)
  const isUnknown = audio.durationMs === undefined && audio.sampleRate !== undefined
  if (!isUnknown || audio.container !== 'Ogg') return { audio, layers: layersOf(metadata) }
  const length = await readOggLength(file, audio.sampleRate ?? 0)
  return { audio: { ...audio, ...length }, layers: layersOf(metadata) }
}

const isOfUnknownKind = (error: unknown) =>
  error instanceof Error && /^(?:CouldNotDetermine|Unsupported)FileType/.test(error.name)

function gatherProperties({ format }: IAudioMetadata): ContainerReading['audio'] {
  return {
    lossless: format.lossless ?? false,
    container: format.container,
    codec: format.codec,
    durationMs: toMilliseconds(format.duration),
    samples: format.numberOfSamples,
    sampleRate: format.sampleRate,
    channels: format.numberOfChannels,
    bitRate: format.bitrate,
    hasVideo: format.hasVideo || undefined,
  }
}

const toMilliseconds = (seconds: number | undefined) =>
  seconds === undefined || !Number.isFinite(seconds) ? undefined : seconds * 1000
