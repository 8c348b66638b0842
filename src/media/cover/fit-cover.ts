import { readFile, rm, writeFile } from 'node:fs/promises'
import { asStorageError } from '../../base/storage.ts'
import type { Cover } from '../../model/media.ts'
import { readPicture } from '../../tags/picture.ts'
import { UserError } from '../../words/user-error.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import { MAX_PICTURE_BYTES } from './find-cover.ts'

/** Pixels a side: sharp on any screen that shows a cover, and small beside the audio. */
const MAX_SIDE = 1200
const timeLimitMs = 60_000

/** What pictures are scaled with: FFmpeg, which decodes files of strangers outside this process. */
export interface Scaler {
  readonly ffmpeg: Ffmpeg
  /** A new path in the work folder. */
  readonly temporary: (extension: string) => string
  readonly signal: AbortSignal
}

/**
 * A JPEG or PNG of at most 1200 pixels a side as it is, a larger one scaled down as a JPEG. Nothing where the
 * bytes are neither, whatever they are said to be, or cannot be decoded.
 */
export async function fitCover(bytes: Uint8Array, scaler: Scaler): Promise<Cover | undefined> {
  const picture = bytes.length <= MAX_PICTURE_BYTES ? readPicture(bytes) : undefined
  if (!picture) return undefined
  const { mime, width, height } = picture
  if (Math.max(width, height) <= MAX_SIDE) return { mime, bytes }
  const scaled = await scaleDown(bytes, scaler)
  const made = scaled && readPicture(scaled)
  if (!scaled || made?.mime !== 'image/jpeg') return undefined
  return Math.max(made.width, made.height) <= MAX_SIDE
    ? { mime: made.mime, bytes: scaled }
    : undefined
}

async function scaleDown(bytes: Uint8Array, { ffmpeg, temporary, signal }: Scaler) {
  const [input, output] = [temporary('picture'), temporary('jpg')]
  const within = `min(${MAX_SIDE}\\,iw):min(${MAX_SIDE}\\,ih)`
  const args = [
    ['-map', '0:v:0', '-frames:v', '1', '-map_metadata', '-1'],
    ['-vf', `scale=${within}:force_original_aspect_ratio=decrease:flags=lanczos`],
    ['-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj420p', '-f', 'mjpeg'],
  ].flat()
  try {
    await writeFile(input, bytes).catch((error) => {
      throw asStorageError(error)
    })
    const { code } = await ffmpeg.run(
      { input, output, args, timeLimitMs, reads: 'picture' },
      signal,
    )
    return code === 0 ? await readFile(output) : undefined
  } catch (error) {
    // A picture that FFmpeg cannot decode is left out, and the file is kept without it; a full disk is thrown.
    if (error instanceof UserError && error.constructor === UserError) return undefined
    throw error
  } finally {
    for (const path of [input, output]) await rm(path, { force: true })
  }
}
