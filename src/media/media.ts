import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Media } from '../model/media.ts'
import { UserError } from '../words/user-error.ts'
import { fingerprintFile } from './decode/fingerprint-file.ts'
import { makeCopied } from './encode/make-copied.ts'
import { makeEncoded } from './encode/make-encoded.ts'
import type { MediaJob, MediaRequest } from './encode/make-job.ts'
import { makeKept } from './encode/make-kept.ts'
import { type Encoder, findEncoder, openFfmpeg } from './ffmpeg/ffmpeg.ts'
import type { ComparedFingerprint } from './fingerprint/compare.ts'
import { formats } from './formats.ts'
import { findMp3, soundOfFrames } from './mp3/find-mp3.ts'
import type { Mp3Frames } from './mp3/frames.ts'
import { type FileAnalysis, readFile } from './probe/read-file.ts'
import { AudioError } from './sound-error.ts'
import { CannotTagError } from './tags/file-tags.ts'
import { tagSize } from './tags/id3/id3v2-frames.ts'

export type { MediaRequest } from './encode/make-job.ts'

export interface MediaMaker extends AsyncDisposable {
  readonly encoder: Encoder
  /**
   * Makes the verified, tagged file in the work folder; after a failure nothing of it is left there.
   * Throws SoundError when the source is no sound file, damaged, cut short, silent or another recording.
   */
  make(request: MediaRequest, signal: AbortSignal): Promise<Media>
  /** What a file sounds like, by its first two minutes. Makes nothing, verifies nothing. Throws SoundError. */
  listen(path: string, signal: AbortSignal): Promise<ComparedFingerprint>
}

/** FFmpeg itself is started when something is encoded; see `findEncoder` for what `ffmpeg` may be. */
export async function openMedia(config: {
  readonly ffmpeg?: string
  readonly width: number
  readonly workDir: string
}): Promise<MediaMaker> {
  const encoder = await findEncoder(config)
  const ffmpeg = openFfmpeg(encoder, config.width)
  return {
    encoder,
    async make(request, signal) {
      await mkdir(config.workDir, { recursive: true })
      const name = join(config.workDir, randomUUID())
      const made: string[] = []
      const temporary = (extension: string) => {
        const path = `${name}.${made.length}.${extension}`
        made.push(path)
        return path
      }
      let media: Media | undefined
      try {
        media = await makeMedia({ ...request, ffmpeg, temporary, signal })
        return media
      } finally {
        for (const path of made) if (path !== media?.path) await rm(path, { force: true })
      }
    },
    async listen(path, signal) {
      await statFile(path)
      return await fingerprintFile(ffmpeg, path, (await readFile(path)).sound, signal)
    },
    [Symbol.asyncDispose]: () => ffmpeg[Symbol.asyncDispose](),
  }
}

/** Tags are read into memory. */
const largestTag = 64 * 1024 * 1024

async function makeMedia(job: MediaJob): Promise<Media> {
  const { path, signal } = job
  const before = await statFile(path)
  if (tagSize(await readStart(path, 10)) > largestTag)
    throw new AudioError('too-large', 'its tag is larger than 64 MB')
  const file = await readFile(path)
  const mp3 = await findMp3(path, file, signal)
  const media =
    mp3 && file.unread !== undefined
      ? await makeUnread(job, file, mp3)
      : await makeWay(job, file, mp3)
  const after = await statFile(path)
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw new UserError('the file was changed while it was read', 'Run it again.')
  return media
}

/** Whatever is wrong with its tag is no fault of the sound. */
async function makeUnread(job: MediaJob, file: FileAnalysis, mp3: Mp3Frames): Promise<Media> {
  const sound = soundOfFrames(mp3, file.sound.bytes)
  const made = await makeWay(job, { ...file, sound }, mp3)
  const note = `its tag cannot be read (${file.unread}): it is known as an MP3 by its frames`
  return { ...made, notes: [...made.notes, note] }
}

async function makeWay(job: MediaJob, file: FileAnalysis, mp3?: Mp3Frames): Promise<Media> {
  const { format } = job.options
  if (format === 'keep') return await makeKept(job, file, mp3)
  const { holds } = formats[format]
  // MPEG audio of other layers is no MP3.
  if (holds(file.sound) && (format !== 'mp3' || mp3))
    return await makeCopied(job, file, format, mp3).catch(async (error: unknown) => {
      if (!(error instanceof CannotTagError)) throw error
      const { notes, ...kept } = await makeKept(job, file, mp3)
      return { ...kept, notes: [...notes, `kept with the tags it has: ${error.message}`] }
    })
  return await makeEncoded(job, file, format, mp3)
}

async function statFile(path: string) {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`the file cannot be read (${error.code ?? error.message})`)
  })
  if (!facts.isFile()) throw new UserError('this is no file')
  if (facts.size === 0) throw new UserError('the file is empty')
  return facts
}

async function readStart(path: string, length: number): Promise<Uint8Array> {
  await using file = await open(path)
  const bytes = new Uint8Array(length)
  const { bytesRead } = await file.read(bytes, 0, length, 0)
  return bytes.subarray(0, bytesRead)
}
