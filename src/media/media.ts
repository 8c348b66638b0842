import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { hashFile } from '../base/hash.ts'
import { UserError } from '../model/errors.ts'
import type { Media, MediaOptions, Tags } from '../model/media.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { Licence } from '../model/verdict.ts'
import { agreesWithChecksum, checkEnd, checkMp3 } from './check-sound.ts'
import type { ComparedFingerprint } from './compare-fingerprints.ts'
import { copyFile } from './copy-file.ts'
import { chooseCover } from './cover/choose-cover.ts'
import { encodeSound } from './encode.ts'
import { type Encoder, type Ffmpeg, findEncoder, openFfmpeg } from './ffmpeg.ts'
import { type EncodedFormat, formats } from './formats.ts'
import { listen } from './listen.ts'
import { type Mp3Frames, scanMp3 } from './mp3-frames.ts'
import { hasChangedGain } from './mp3-gain.ts'
import { type Heard, passOver } from './pass.ts'
import { type FileFacts, readFile, type SoundFacts } from './read-file.ts'
import { SoundError } from './sound-error.ts'
import { UnequalTags } from './tags/compare-tags.ts'
import { mergeFacts } from './tags/facts.ts'
import { CannotTag, type FileTags } from './tags/file-tags.ts'
import { tagSize } from './tags/id3v2-frames.ts'
import { readFileTags, writeTags } from './tags/write-tags.ts'
import { checkContent, checkIdentity, checkLength, checkWhole } from './verify.ts'

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
  /** Of another copy of this recording: what sounds different is not kept. */
  readonly reference?: ComparedFingerprint
}

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
      return await listen(ffmpeg, path, (await readFile(path)).sound, signal)
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
  const { path, signal } = job
  const before = await statFile(path)
  if (tagSize(await readStart(path, 10)) > largestTag)
    throw new SoundError('too-large', 'its tag is larger than 64 MB')
  const file = await readFile(path)
  const mp3 = file.sound.container === 'MPEG' ? await scanMp3(path, signal) : undefined
  const media = await makeWay(job, file, mp3)
  const after = await statFile(path)
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw new UserError('the file was changed while it was read', 'Run it again.')
  return media
}

async function makeWay(job: Job, file: FileFacts, mp3?: Mp3Frames): Promise<Media> {
  const { format } = job.options
  if (format === 'keep') return await keep(job, file, mp3)
  const { holds } = formats[format]
  // MPEG audio of other layers is no MP3.
  if (holds(file.sound) && (format !== 'mp3' || mp3))
    return await retag(job, file, format, mp3).catch(async (error: unknown) => {
      if (!(error instanceof CannotTag)) throw error
      const { notes, ...kept } = await keep(job, file, mp3)
      return { ...kept, notes: [...notes, `kept with the tags it has: ${error.message}`] }
    })
  return await makeAnew(job, file, format, mp3)
}

async function keep(job: Job, { tags, sound }: FileFacts, mp3?: Mp3Frames): Promise<Media> {
  const { path, temporary, signal } = job
  const heard = await hear(job, sound, mp3)
  const extension = mp3 ? 'mp3' : extensionOf(path, sound)
  const target = temporary(extension)
  const originalSha256 = await copyFile(path, target, signal)
  return { path: target, extension, originalSha256, tags, how: 'kept', ...heard }
}

async function retag(
  job: Job,
  { sound }: FileFacts,
  format: EncodedFormat,
  mp3?: Mp3Frames,
): Promise<Media> {
  const { path, temporary, signal } = job
  const { notes, ...heard } = await hear(job, sound, mp3)
  const { sha256: originalSha256 } = await hashFile(path, { signal })
  const before = await readFileTags(path, formats[format].container, mp3?.start)
  const measured = { originalSha256, ...heard }
  const tags = await gatherFacts(job, before.tags, { keepsOwn: true, measured })
  const write = async (file: FileTags) => {
    const target = temporary(format)
    return {
      target,
      ...(await writeTags({ source: path, target }, file, tags, signal, job.options)),
    }
  }
  const damaged: string[] = []
  const written = await write(before).catch((error: unknown) => {
    if (!(error instanceof UnequalTags)) throw error
    // Two readers understand its frames differently: they cannot be carried over.
    damaged.push('its tag is damaged: what could be read of it is written anew')
    return write(before.withoutTags())
  })
  return {
    path: written.target,
    extension: format,
    originalSha256,
    tags: written.tags,
    how: 'copied',
    ...heard,
    notes: [...notes, ...damaged],
  }
}

/** What is known of the sound of a file that is kept as it is: all of it is decoded first. */
async function hear(
  job: Job,
  sound: SoundFacts,
  mp3?: Mp3Frames,
): Promise<Pick<Media, 'durationMs' | 'fingerprint' | 'loudness' | 'notes'>> {
  const { path, ffmpeg, temporary, signal } = job
  const frames = mp3 ? await checkFrames(job, sound, mp3) : []
  if (!mp3) await checkEnd(path)
  const scratch = temporary('scratch')
  const request = { input: path, sound, scratch, ...allow(frames) }
  const heard = await passOver(ffmpeg, request, signal)
  checkWhole(heard, sound)
  return describe(job, sound, heard, mp3 ? lengthOf(mp3) : Math.round(heard.durationMs), frames)
}

/** Of an MP3 its frames say more than its decoder, which plays over damage without a word. */
async function checkFrames({ path, signal }: Job, sound: SoundFacts, mp3: Mp3Frames) {
  const notes = checkMp3(mp3, sound.bytes)
  if ((await agreesWithChecksum(path, mp3, signal)) !== false) return notes
  if (!(await hasChangedGain(path, signal)))
    throw new SoundError('damaged', 'the sound is damaged: its checksum does not agree')
  return [...notes, gainChanged]
}

const gainChanged =
  'its gain was changed inside of its frames, as mp3gain does: its checksum tells nothing any more'

/** Of what lies between the frames, and is in a note, the decoder complains as well. */
const allow = (notes: readonly string[]) =>
  notes.some((note) => note !== gainChanged) ? { allowed: strayComplaint } : {}
const strayComplaint = /header missing|invalid data found|error while decoding|submitting packet/i

function describe(
  job: Job,
  sound: SoundFacts,
  heard: Heard,
  durationMs: number,
  notes: readonly string[],
) {
  const { loudness, fingerprint } = heard
  const strange = checkContent(heard, sound)
  checkLength(durationMs, job)
  checkIdentity(heard, job.reference)
  return {
    durationMs,
    ...(fingerprint && { fingerprint }),
    ...(loudness && { loudness }),
    notes: [...notes, ...strange],
  }
}

async function makeAnew(
  job: Job,
  file: FileFacts,
  format: EncodedFormat,
  mp3?: Mp3Frames,
): Promise<Media> {
  const { path, ffmpeg, options, temporary, signal } = job
  const { sound } = file
  const frames = mp3 ? await checkFrames(job, sound, mp3) : []
  const bare = temporary(`bare.${format}`)
  const hashing = hashFile(path, { signal })
  // A failure of the encoder comes first; this one is heard below.
  hashing.catch(() => {})
  const made = await encodeSound(
    ffmpeg,
    { input: path, output: bare, format, quality: options.quality, sound, ...allow(frames) },
    signal,
  )
  const { notes, ...heard } = describe(job, sound, made.heard, made.durationMs, [
    ...frames,
    ...made.notes,
  ])
  const target = temporary(format)
  const { sha256: originalSha256 } = await hashing
  const measured = { originalSha256, ...heard }
  const tags = await gatherFacts(job, file.tags, { keepsOwn: false, measured })
  const before = await readFileTags(bare, formats[format].container)
  const written = await writeTags({ source: bare, target }, before, tags, signal, job.options)
  return {
    path: target,
    extension: format,
    originalSha256,
    tags: written.tags,
    how: 'encoded',
    ...heard,
    notes,
  }
}

/** The tags of the finished file, with a cover. */
async function gatherFacts(
  job: Job,
  own: Tags,
  { keepsOwn, measured }: { readonly keepsOwn: boolean; readonly measured: Measured },
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
  return mergeFacts({ ...facts, ...(cover && { cover }) }, { ...job, measured: asTags(measured) })
}

type Measured = Pick<Media, 'originalSha256' | 'fingerprint' | 'loudness'>

function asTags({ originalSha256, fingerprint, loudness }: Measured): Partial<Tags> {
  return {
    originalSha256,
    ...(fingerprint && { acoustidFingerprint: fingerprint.code }),
    ...(loudness && {
      trackGainDb: loudness.gainDb,
      trackPeak: Math.round(loudness.peak * 1e6) / 1e6,
    }),
  }
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
