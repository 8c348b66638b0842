import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { hashFile } from '../base/hash.ts'
import { UserError } from '../model/errors.ts'
import type { Media, MediaOptions, Tags } from '../model/media.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { Licence } from '../model/verdict.ts'
import { checkSound } from './check-sound.ts'
import { copyFile } from './copy-file.ts'
import { chooseCover } from './cover/choose-cover.ts'
import { encodeMp3 } from './encode.ts'
import { type Encoder, type Ffmpeg, findEncoder, openFfmpeg } from './ffmpeg.ts'
import { type Mp3Frames, scanMp3 } from './mp3-frames.ts'
import { type FileFacts, readFile, type SoundFacts } from './read-file.ts'
import { UnequalTags } from './tags/compare-tags.ts'
import { mergeFacts } from './tags/facts.ts'
import type { FileTags } from './tags/file-tags.ts'
import { tagSize } from './tags/id3v2-frames.ts'
import { readFileTags, writeTags } from './tags/write-tags.ts'

export interface MediaRequest {
  /** The recording's file; it is only read. */
  readonly path: string
  readonly track: Track
  readonly recording: Recording
  readonly licence: Licence
  readonly options: MediaOptions
  /** What a catalogue knows of the recording on its release. */
  readonly known?: Partial<Tags>
  /** Front covers from the source or the Cover Art Archive, the better ones first; asked for only where the file and its folder have none. */
  readonly offerCovers?: () => Promise<readonly Uint8Array[]>
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
    [Symbol.asyncDispose]: () => ffmpeg[Symbol.asyncDispose](),
  }
}

interface Job extends MediaRequest {
  readonly ffmpeg: Ffmpeg
  /** A new path in the work folder. */
  readonly temporary: (extension: string) => string
  readonly signal: AbortSignal
}

/** Tags are read into memory. */
const largestTag = 64 * 1024 * 1024

async function makeMedia(job: Job): Promise<Media> {
  const { path, options, signal } = job
  const before = await statFile(path)
  if (tagSize(await readStart(path, 10)) > largestTag)
    throw new UserError('its tag is larger than 64 MB')
  const file = await readFile(path, options.format === 'keep')
  const mp3 = file.sound.container === 'MPEG' ? await scanMp3(path, signal) : undefined
  const media =
    options.format === 'keep'
      ? await keep(job, file, mp3)
      : mp3
        ? await retag(job, file, mp3)
        : await encode(job, file)
  const after = await statFile(path)
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw new UserError('the file was changed while it was read', 'Run it again.')
  return media
}

async function keep(job: Job, { tags, sound, unread }: FileFacts, mp3?: Mp3Frames): Promise<Media> {
  const { path, temporary, signal } = job
  if (unread !== undefined)
    throw new UserError(`this is no sound file that can be read (${unread})`)
  const notes = await checkSound(path, sound, mp3)
  const extension = mp3 ? 'mp3' : extensionOf(path, sound)
  const target = temporary(extension)
  const originalSha256 = await copyFile(path, target, signal)
  const durationMs = mp3 ? lengthOf(mp3) : Math.round(sound.durationMs ?? 0)
  return { path: target, extension, durationMs, originalSha256, tags, how: 'kept', notes }
}

async function retag(job: Job, { sound }: FileFacts, mp3: Mp3Frames): Promise<Media> {
  const { path, options, temporary, signal } = job
  const notes = [...(await checkSound(path, sound, mp3))]
  const { sha256: originalSha256 } = await hashFile(path, { signal })
  const before = await readFileTags(path, 'mp3', mp3.start)
  const tags = await gatherFacts(job, before.tags, { keepsOwn: true, originalSha256 })
  const write = async (file: FileTags) => {
    const target = temporary('mp3')
    return { target, ...(await writeTags({ source: path, target }, file, tags, signal, options)) }
  }
  const written = await write(before).catch((error: unknown) => {
    if (!(error instanceof UnequalTags)) throw error
    // Two readers understand its frames differently: they cannot be carried over.
    notes.push('its tag is damaged: what could be read of it is written anew')
    return write(before.withoutTags())
  })
  return {
    path: written.target,
    extension: 'mp3',
    durationMs: lengthOf(mp3),
    originalSha256,
    tags: written.tags,
    how: 'copied',
    notes,
  }
}

async function encode(job: Job, file: FileFacts): Promise<Media> {
  const { path, ffmpeg, options, temporary, signal } = job
  const { sound } = file
  const bare = temporary('bare.mp3')
  const hashing = hashFile(path, { signal })
  // A failure of the encoder comes first; this one is heard below.
  hashing.catch(() => {})
  const { durationMs, notes } = await encodeMp3(
    ffmpeg,
    { input: path, output: bare, quality: options.quality, sound },
    signal,
  )
  const target = temporary('mp3')
  const { sha256: originalSha256 } = await hashing
  const tags = await gatherFacts(job, file.tags, { keepsOwn: false, originalSha256 })
  const before = await readFileTags(bare, 'mp3')
  const written = await writeTags({ source: bare, target }, before, tags, signal, options)
  return {
    path: target,
    extension: 'mp3',
    durationMs,
    originalSha256,
    tags: written.tags,
    how: 'encoded',
    notes,
  }
}

/** The tags of the finished file, with a cover. */
async function gatherFacts(
  job: Job,
  own: Tags,
  { keepsOwn, originalSha256 }: { readonly keepsOwn: boolean; readonly originalSha256: string },
): Promise<Tags> {
  const { path, recording, offerCovers } = job
  const { cover: ownCover, ...facts } = own
  // Where it was fetched, the work folder lies around it.
  const isUsers = recording.media?.kind !== 'remote'
  const sources = {
    ...(ownCover && { own: ownCover }),
    ...(isUsers && { beside: path }),
    ...(offerCovers && { offer: offerCovers }),
  }
  const cover = await chooseCover(sources, job, { keepsOwn })
  return mergeFacts({ ...facts, ...(cover && { cover }) }, { ...job, measured: { originalSha256 } })
}

const lengthOf = ({ samples, sampleRate }: Mp3Frames) => Math.round((samples / sampleRate) * 1000)

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

const soundExtensions =
  /^(aac|ac3|aif|aifc|aiff|amr|ape|asf|au|caf|dff|dsf|dts|flac|m4a|m4b|mka|mp2|mp4|mpc|oga|ogg|opus|spx|tta|wav|webm|wma|wv)$/

/** The file's own, where it is one of a sound file: a name may end in anything. */
function extensionOf(path: string, { container = '' }: SoundFacts): string {
  const own = extname(path).slice(1).toLowerCase()
  if (soundExtensions.test(own)) return own
  const [, usual] = [
    [/flac/i, 'flac'],
    [/ogg/i, 'ogg'],
    [/wav/i, 'wav'],
    [/aif/i, 'aiff'],
    [/m4a|mp4|isom|qt/i, 'm4a'],
  ].find(([pattern]) => pattern instanceof RegExp && pattern.test(container)) ?? [0, 'audio']
  return String(usual)
}
