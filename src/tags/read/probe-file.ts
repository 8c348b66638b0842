import { stat } from 'node:fs/promises'
import { type IAudioMetadata, parseFile } from 'music-metadata'
import type { Tags } from '../../model/media.ts'
import { noTags } from '../map/fields.ts'
import { parseContent } from './parse-content.ts'
import { gatherTags } from './read-tags.ts'

/** What a file's own headers say of its audio: claimed, not measured. */
export interface AudioProperties {
  readonly bytes: number
  readonly container?: string
  readonly codec?: string
  readonly lossless: boolean
  readonly durationMs?: number
  /** Samples per channel, where the container says so exactly. */
  readonly samples?: number
  readonly sampleRate?: number
  readonly channels?: number
  /** Bit per second. */
  readonly bitRate?: number
}

export interface ProbedFile {
  readonly tags: Tags
  readonly audio: AudioProperties
  /** All that it holds, as they are and whatever they are, the front first. */
  readonly pictures?: readonly Uint8Array[]
  /** Why music-metadata can say nothing of this file. FFmpeg may know it all the same. */
  readonly unread?: string
}

/** Reads tags and headers; `measure` goes through the whole file where no header says how long it is. */
export async function probeFile(path: string, measure = false): Promise<ProbedFile> {
  const { size } = await stat(path)
  try {
    const metadata = await parse(path, measure)
    const pictures = (metadata.common.picture ?? [])
      .toSorted((a, b) => Number(isFront(b)) - Number(isFront(a)))
      .map(({ data }) => data)
    return { tags: gatherTags(metadata), audio: gatherProperties(metadata, size), pictures }
  } catch (error) {
    const unread = error instanceof Error ? error.message.replace(`: ${path}`, '') : String(error)
    return { tags: noTags, audio: { bytes: size, lossless: false }, unread }
  }
}

const isFront = ({ type }: { readonly type?: string }) => type === 'Cover (front)'

/** By content; by name where the content begins with nothing known. */
async function parse(path: string, measure: boolean): Promise<IAudioMetadata> {
  const options = { duration: measure }
  return await parseContent(path, options).catch(() => parseFile(path, options))
}

function gatherProperties({ format }: IAudioMetadata, bytes: number): AudioProperties {
  return {
    bytes,
    lossless: format.lossless ?? false,
    container: format.container,
    codec: format.codec,
    durationMs: format.duration === undefined ? undefined : format.duration * 1000,
    samples: format.numberOfSamples,
    sampleRate: format.sampleRate,
    channels: format.numberOfChannels,
    bitRate: format.bitrate,
  }
}
