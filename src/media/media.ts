import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../base/file.ts'
import type { Media } from '../model/media.ts'
import { reason } from '../model/reason.ts'
import type { Segment } from '../model/recording.ts'
import { tagSize } from '../tags/id3/id3v2-tags.ts'
import { digestSound, type ProbedFile, probeFile } from '../tags/read/probe-file.ts'
import { CannotTagError } from '../tags/write/file-tags.ts'
import { UserError } from '../words/user-error.ts'
import { AudioError } from './audio-error.ts'
import { FolderCovers } from './cover/folder-covers.ts'
import { fingerprintFile } from './decode/fingerprint-file.ts'
import { type Ffmpeg, openFfmpeg } from './ffmpeg/ffmpeg.ts'
import { type Encoder, findEncoder } from './ffmpeg/find-encoder.ts'
import type { ComparedFingerprint } from './fingerprint/compare.ts'
import { formats } from './formats.ts'
import { makeCopied } from './make/make-copied.ts'
import { makeEncoded } from './make/make-encoded.ts'
import { makeKept } from './make/make-kept.ts'
import { makeSegment } from './make/make-segment.ts'
import type { MediaJob, MediaRequest } from './make/media-job.ts'
import { findMp3, propertiesOfFrames } from './mp3/find-mp3.ts'
import type { Mp3Frames } from './mp3/frames.ts'
import { askProperties } from './probe/ask-ffmpeg.ts'
import { readStart, statFile } from './probe/stat-file.ts'

export type { MediaRequest } from './make/media-job.ts'

export interface MediaMaker extends AsyncDisposable {
  readonly encoder: Encoder
  /**
   * Makes the verified, tagged file in the work folder; after a failure nothing of it is left there.
   * Throws AudioError when the source is no audio file, damaged, cut short, silent or another recording.
   */
  make(request: MediaRequest, signal: AbortSignal): Promise<Media>
  /** The fingerprint of the first two minutes of a file, or of a part of it. Makes nothing, verifies nothing. Throws AudioError. */
  fingerprint(path: string, signal: AbortSignal, segment?: Segment): Promise<ComparedFingerprint>
}

/** FFmpeg itself is started when something is decoded; see `findEncoder` for what `ffmpeg` may be. */
export async function openMedia(config: {
  readonly ffmpeg?: string
  readonly width: number
  readonly workDir: string
}): Promise<MediaMaker> {
  const encoder = await findEncoder(config)
  const ffmpeg = openFfmpeg(encoder, config.width)
  const folderCovers = new FolderCovers()
  return {
    encoder,
    async make(request, signal) {
      // The folder alone: an archive whose place is gone is not made again.
      await mkdir(config.workDir).catch(unlessThere)
      const name = join(config.workDir, randomUUID())
      const made: string[] = []
      const temporary = (extension: string) => {
        const path = `${name}.${made.length}.${extension}`
        made.push(path)
        return path
      }
      let media: Media | undefined
      try {
        const told = telling(ffmpeg, request.onProgress)
        media = await makeMedia({ ...request, ffmpeg: told, folderCovers, temporary, signal })
        return media
      } finally {
        for (const path of made) if (path !== media?.path) await rm(path, { force: true })
      }
    },
    async fingerprint(path, signal, segment) {
      await statFile(path)
      const { audio } = await probeFile(path, { covers: false, signal })
      return await fingerprintFile(ffmpeg, path, audio, signal, segment)
    },
    [Symbol.asyncDispose]: () => ffmpeg[Symbol.asyncDispose](),
  }
}

/** Each of its runs tells how far it is. */
const telling = (ffmpeg: Ffmpeg, onProgress: MediaRequest['onProgress']): Ffmpeg =>
  onProgress
    ? { ...ffmpeg, run: (job, signal) => ffmpeg.run({ ...job, onProgress }, signal) }
    : ffmpeg

function unlessThere(error: unknown) {
  if (codeOf(error) !== 'EEXIST') throw error
}

/** Tags are read into memory. */
const MAX_TAG_MEGABYTES = 64

async function makeMedia(job: MediaJob): Promise<Media> {
  const { path, signal } = job
  const before = await statFile(path)
  if (tagSize(await readStart(path, 10)) > MAX_TAG_MEGABYTES * 1024 * 1024) {
    const params = { maxMegabytes: MAX_TAG_MEGABYTES }
    throw new AudioError('too-large', reason('media.tag-too-large', params))
  }
  const probed = await probeFile(path, { signal })
  const mp3 = await findMp3(path, probed, signal)
  const file = mp3 ? probed : await completeProperties(job, probed)
  const media =
    mp3 && file.unread !== undefined
      ? await makeFromFrames(job, file, file.unread, mp3)
      : await makeFormat(job, file, mp3)
  const after = await statFile(path)
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw new UserError(reason('media.file-changed'), reason('media.run-again'))
  const soundSha256 = await findSoundSha256(media.path, signal)
  return { ...media, soundSha256, notes: [...media.notes, ...file.notes] }
}

/** What our reader cannot take apart has none. */
async function findSoundSha256(path: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await digestSound(path, signal)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

async function completeProperties(job: MediaJob, file: ProbedFile): Promise<ProbedFile> {
  const { codec, sampleRate } = file.audio
  if (codec !== undefined && sampleRate !== undefined) return file
  return { ...file, audio: await askProperties(job.ffmpeg, job.path, file.audio, job.signal) }
}

/** Of a file that our reader cannot read, and that consists of frames of an MP3: only its tag is damaged. */
async function makeFromFrames(
  job: MediaJob,
  file: ProbedFile,
  unread: string,
  mp3: Mp3Frames,
): Promise<Media> {
  const audio = propertiesOfFrames(mp3, file.audio.bytes)
  const made = await makeFormat(job, { ...file, audio }, mp3)
  return { ...made, notes: [...made.notes, reason('media.tag-unreadable', { detail: unread })] }
}

async function makeFormat(job: MediaJob, file: ProbedFile, mp3?: Mp3Frames): Promise<Media> {
  const { format } = job.options
  const { media } = job.recording
  if (media?.kind === 'file' && media.segment)
    return await makeSegment(job, file, media.segment, mp3)
  if (format === 'keep') return await makeKept(job, file, mp3)
  const { holds } = formats[format]
  // MPEG audio of other layers is no MP3.
  if (holds(file.audio) && (format !== 'mp3' || mp3))
    return await makeCopied(job, file, format, mp3).catch(async (error: unknown) => {
      if (!(error instanceof CannotTagError)) throw error
      const { notes, ...kept } = await makeKept(job, file, mp3)
      return { ...kept, notes: [...notes, reason('media.tags-left', { why: error.reason })] }
    })
  return await makeEncoded(job, file, format, mp3)
}
