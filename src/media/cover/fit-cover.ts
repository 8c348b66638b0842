import { readFile, rm, writeFile } from 'node:fs/promises'
import { asStorageError } from '../../base/storage.ts'
import type { Cover } from '../../model/media.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { type Picture, readPicture } from '../../tags/picture.ts'
import { StorageError, UserError } from '../../words/user-error.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import { kindOfPicture } from './picture-kind.ts'

/** Pixels a side: sharp on any screen that shows a cover, and small beside the audio. */
const MAX_SIDE = 1200
/** A picture of so many pixels needs no more, and every container has room for it (a block of FLAC has 16 MB). */
const MAX_COVER_BYTES = 4 * 1024 * 1024
/** Real covers are not larger, as files: what is, is not looked at. */
export const MAX_PICTURE_BYTES = 64 * 1024 * 1024
const timeLimitMs = 60_000

/** What pictures are scaled with: FFmpeg, which decodes files of strangers outside this process. */
export interface Scaler {
  readonly ffmpeg: Ffmpeg
  /** A new path in the work folder. */
  readonly temporary: (extension: string) => string
  readonly signal: AbortSignal
}

/** The cover that a picture became, and what was changed; or why it became none. */
export type FittedCover =
  | { readonly cover: Cover; readonly note?: Reason }
  | { readonly cover?: undefined; readonly note: Reason }

/**
 * A whole JPEG or PNG of at most 1200 pixels a side and 4 MB as it is; any other picture that FFmpeg decodes without
 * a complaint as a JPEG of that size. What it is said to be is not asked: its own bytes tell.
 */
export async function fitCover(bytes: Uint8Array, scaler: Scaler): Promise<FittedCover> {
  if (bytes.length === 0) return { note: reason('media.picture-empty') }
  if (bytes.length > MAX_PICTURE_BYTES)
    return { note: reason('media.picture-too-large', { bytes: bytes.length }) }
  const picture = readPicture(bytes)
  if (picture && isSmall(picture, bytes)) return { cover: { mime: picture.mime, bytes } }
  const kind = kindOfPicture(bytes)
  if (!kind) return { note: reason('media.picture-unknown') }
  const converted = await convert(bytes, scaler)
  const made = converted && readPicture(converted)
  if (!made || !isSmall(made, converted))
    return { note: reason('media.picture-undecodable', { kind }) }
  const note = describeChange(kind, bytes, picture, { ...made, bytes: converted.length })
  return { cover: { mime: made.mime, bytes: converted }, note }
}

const isSmall = ({ width, height }: Picture, bytes: Uint8Array) =>
  Math.max(width, height) <= MAX_SIDE && bytes.length <= MAX_COVER_BYTES

function describeChange(
  kind: string,
  before: Uint8Array,
  picture: Picture | undefined,
  after: { readonly width: number; readonly height: number; readonly bytes: number },
): Reason {
  if (kind !== 'JPEG' && kind !== 'PNG') return reason('media.picture-converted', { from: kind })
  // A JPEG without its end, as some programs write it.
  if (!picture) return reason('media.picture-mended')
  const { width, height } = picture
  return reason('media.picture-made-smaller', {
    from: { width, height, bytes: before.length },
    to: { width: after.width, height: after.height, bytes: after.bytes },
  })
}

/** The first picture in it as a JPEG; nothing where it cannot be decoded, or only with gaps. */
async function convert(bytes: Uint8Array, { ffmpeg, temporary, signal }: Scaler) {
  const [input, output] = [temporary('picture'), temporary('jpg')]
  const within = `min(${MAX_SIDE}\\,iw):min(${MAX_SIDE}\\,ih)`
  const args = [
    ['-map', '0:v:0', '-frames:v', '1', '-map_metadata', '-1'],
    ['-vf', `scale=${within}:force_original_aspect_ratio=decrease:flags=lanczos`],
    // With tables of its own for each picture the WebAssembly build runs out of its stack.
    ['-c:v', 'mjpeg', '-huffman', 'default', '-q:v', '2', '-pix_fmt', 'yuvj420p', '-f', 'mjpeg'],
  ].flat()
  try {
    await writeFile(input, bytes).catch((error) => {
      throw asStorageError(error)
    })
    const { code, log } = await ffmpeg.run(
      { input, output, args, timeLimitMs, reads: 'picture' },
      signal,
    )
    // FFmpeg fills what is missing of a picture with grey, and says so.
    if (code !== 0 || /\[(?:error|fatal|panic)\]/.test(log)) return undefined
    return await readFile(output)
  } catch (error) {
    // A picture that FFmpeg cannot decode is left out, and the file is kept without it; a full disk is thrown.
    if (!(error instanceof UserError) || error instanceof StorageError) throw error
    return undefined
  } finally {
    for (const path of [input, output]) await rm(path, { force: true })
  }
}
