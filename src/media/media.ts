import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { UserError } from '../model/errors.ts'
import type { Media, MediaOptions } from '../model/media.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { Licence } from '../model/verdict.ts'
import { copyFile, hashFile } from './copy-file.ts'
import { encodeMp3 } from './encode.ts'
import { mergeFacts } from './facts.ts'
import { type Encoder, findEncoder, openFfmpeg } from './ffmpeg.ts'
import { scanMp3 } from './mp3-frames.ts'
import { readTags } from './read-tags.ts'
import { writeTagged } from './write-tags.ts'

export interface MediaRequest {
  /** The recording's file; it is only read. */
  readonly path: string
  readonly track: Track
  readonly recording: Recording
  readonly licence: Licence
  readonly options: MediaOptions
}

export interface MediaMaker extends AsyncDisposable {
  readonly encoder: Encoder
  /**
   * Makes the verified, tagged file in the work folder; after a failure nothing of it is left there.
   * Throws UserError when the source is no sound file, damaged or cut short.
   */
  make(request: MediaRequest, signal: AbortSignal): Promise<Media>
}

/** FFmpeg itself is started when something is encoded; see `findEncoder` for what `ffmpeg` may be. */
export async function openMedia(config: {
  readonly ffmpeg?: string
  readonly width: number
  readonly workDir: string
}): Promise<MediaMaker> {
  const encoder = await findEncoder(config)
  const ffmpeg = openFfmpeg(encoder, config.width)

  async function make(request: MediaRequest, signal: AbortSignal): Promise<Media> {
    await mkdir(config.workDir, { recursive: true })
    const name = join(config.workDir, randomUUID())
    const files: string[] = []
    const temporary = (extension: string) => {
      const path = `${name}.${files.length}.${extension}`
      files.push(path)
      return path
    }
    let media: Media | undefined
    try {
      media = await makeMedia(request, temporary, signal)
      return media
    } finally {
      for (const path of files) if (path !== media?.path) await rm(path, { force: true })
    }
  }

  async function makeMedia(
    { path, options, ...facts }: MediaRequest,
    temporary: (extension: string) => string,
    signal: AbortSignal,
  ): Promise<Media> {
    const before = await statFile(path)
    const { tags: own, sound } = await readTags(path)
    const frames = sound.codec?.includes('Layer 3') ? await scanMp3(path, signal) : undefined

    if (options.format === 'keep') {
      const extension = frames ? 'mp3' : extname(path).slice(1).toLowerCase()
      const target = temporary(extension)
      const originalSha256 = await copyFile(path, target, signal)
      const durationMs = sound.durationMs ?? 0
      return {
        path: target,
        extension,
        durationMs,
        originalSha256,
        tags: own,
        how: 'kept',
        notes: [],
      }
    }

    const tags = mergeFacts(own, facts)
    const target = temporary('mp3')
    if (frames) {
      const tag = await readStart(path, frames.start)
      const originalSha256 = await writeTagged(path, target, tags, tag, signal)
      const durationMs = (frames.samples / frames.sampleRate) * 1000
      return {
        path: target,
        extension: 'mp3',
        durationMs,
        originalSha256,
        tags,
        how: 'copied',
        notes: [],
      }
    }

    const bare = temporary('bare.mp3')
    const [{ durationMs, notes }, originalSha256] = await Promise.all([
      encodeMp3(
        ffmpeg,
        { input: path, output: bare, quality: options.quality, facts: sound },
        signal,
      ),
      hashFile(path, signal),
    ])
    await writeTagged(bare, target, tags, undefined, signal)
    const after = await statFile(path)
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
      throw new UserError('the file was changed while it was read', 'Run it again.')
    return {
      path: target,
      extension: 'mp3',
      durationMs,
      originalSha256,
      tags,
      how: 'encoded',
      notes,
    }
  }

  return {
    encoder,
    make,
    [Symbol.asyncDispose]: () => ffmpeg[Symbol.asyncDispose](),
  }
}

async function statFile(path: string) {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`the file cannot be read (${error.code ?? error.message})`)
  })
  if (!facts.isFile()) throw new UserError('this is no file')
  if (facts.size === 0) throw new UserError('the file is empty')
  return facts
}

async function readStart(path: string, length: number): Promise<Uint8Array | undefined> {
  if (length === 0) return undefined
  await using file = await open(path)
  const bytes = new Uint8Array(length)
  await file.read(bytes, 0, length, 0)
  return bytes
}
