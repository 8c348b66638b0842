import { openAsBlob } from 'node:fs'
import { type IAudioMetadata, parseBlob, parseFile } from 'music-metadata'
import { UserError } from '../model/errors.ts'
import type { Cover, Tags } from '../model/media.ts'

/** What the file's own headers say of its sound. Claims, not measured. */
export interface SoundFacts {
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

export interface FileFacts {
  readonly tags: Tags
  readonly sound: SoundFacts
}

/** Reads tags and headers; throws UserError when this is no sound file that music-metadata knows. */
export async function readTags(path: string): Promise<FileFacts> {
  const blob = await openAsBlob(path)
  const metadata = await parse(path, blob)
  const { format } = metadata
  return {
    tags: readCommon(metadata),
    sound: {
      bytes: blob.size,
      lossless: format.lossless ?? false,
      ...(format.container !== undefined && { container: format.container }),
      ...(format.codec !== undefined && { codec: format.codec }),
      ...(format.duration !== undefined && { durationMs: format.duration * 1000 }),
      ...(format.numberOfSamples !== undefined && { samples: format.numberOfSamples }),
      ...(format.sampleRate !== undefined && { sampleRate: format.sampleRate }),
      ...(format.numberOfChannels !== undefined && { channels: format.numberOfChannels }),
      ...(format.bitrate !== undefined && { bitRate: format.bitrate }),
    },
  }
}

/** By content, since a name may lie; by name where the content begins with nothing known. */
async function parse(path: string, blob: Blob): Promise<IAudioMetadata> {
  try {
    return await parseBlob(blob)
  } catch {
    return await parseFile(path).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      throw new UserError(`this is no sound file that can be read (${why})`)
    })
  }
}

function readCommon({ common, native }: IAudioMetadata): Tags {
  const urls = new Map<string, string>()
  const extra: Record<string, string> = {}
  for (const { id, value } of Object.values(native).flat()) {
    if (typeof value !== 'string') continue
    if (/^W(COP|OAF|OAS)$/.test(id)) urls.set(id, value)
    if (id.startsWith('TXXX:') && id !== 'TXXX:ARTISTS') extra[id.slice(5)] = value
  }
  const artists = common.artists ?? (common.artist ? [common.artist] : [])
  const licenceUrl = urls.get('WCOP') ?? common.license
  const sourceUrl = urls.get('WOAS') ?? common.website
  const fileUrl = urls.get('WOAF')
  const lyrics = common.lyrics?.map(({ text }) => text).find((text) => text !== undefined)
  const cover = readCover(common.picture)
  const date = common.date ?? common.year?.toString()
  const isrc = common.isrc?.[0]
  return {
    title: common.title ?? '',
    artists,
    ...(common.artist && artists.length > 1 && common.artist !== artists.join(', ')
      ? { artistCredit: common.artist }
      : {}),
    ...(common.album && { album: common.album }),
    albumArtists: common.albumartist ? [common.albumartist] : [],
    ...(common.track.no && { trackNumber: common.track.no }),
    ...(common.track.of && { trackTotal: common.track.of }),
    ...(common.disk.no && { discNumber: common.disk.no }),
    ...(common.disk.of && { discTotal: common.disk.of }),
    ...(date && { date }),
    genres: common.genre ?? [],
    composers: common.composer ?? [],
    ...(isrc && { isrc }),
    ...(licenceUrl && { licenceUrl }),
    ...(common.copyright && { copyright: common.copyright }),
    ...(fileUrl && { fileUrl }),
    ...(sourceUrl && { sourceUrl }),
    ...(lyrics && { lyrics }),
    ...(cover && { cover }),
    extra,
  }
}

function readCover(pictures: IAudioMetadata['common']['picture'] = []): Cover | undefined {
  const front = pictures.find(({ type }) => type === 'Cover (front)') ?? pictures[0]
  if (!front) return undefined
  if (front.format !== 'image/jpeg' && front.format !== 'image/png') return undefined
  return { mime: front.format, bytes: front.data }
}
