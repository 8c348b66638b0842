import { type Reason, reason } from '../../model/reason.ts'
import { AudioError } from '../audio-error.ts'
import { crcOfFrames } from './crc.ts'
import type { Mp3Frames } from './frames.ts'
import { hasChangedGain } from './mp3-gain.ts'

/** What may be missing at the end of a file that is kept as it is, with a note. */
const MAX_MISSING_MS = 1000
/** The part of an MP3 that may belong to no frame, with a note. */
const MAX_STRAY_PART = 0.05

/**
 * Whether the audio of an MP3 is whole and undamaged: the decoder plays over damage without a word. Returns notes on
 * what is slightly wrong; throws AudioError.
 */
export async function checkMp3(
  path: string,
  mp3: Mp3Frames,
  bytes: number,
  signal: AbortSignal,
): Promise<readonly Reason[]> {
  const notes = checkFrames(mp3, bytes)
  if ((await agreesWithChecksum(path, mp3, signal)) !== false) return notes
  if (!(await hasChangedGain(path, signal)))
    throw new AudioError('damaged', reason('media.checksum-differs'))
  return [...notes, reason('media.gain-changed')]
}

/** Whether all frames are there and follow one another. Returns notes, throws AudioError. */
export function checkFrames(mp3: Mp3Frames, bytes: number): readonly Reason[] {
  const { frames, samplesPerFrame, sampleRate, xing, cut, strayBytes, uncounted, tagsWithin } = mp3
  if (frames === 0) throw new AudioError('not-audio', reason('media.no-audio'))
  const ms = (count: number) => (count * samplesPerFrame * 1000) / sampleRate
  const promised = xing?.frames ?? 0
  const missingMs = ms(Math.max(0, promised - frames))
  if (missingMs > MAX_MISSING_MS) {
    const params = { durationMs: ms(frames), promisedMs: ms(promised) }
    throw new AudioError('truncated', reason('media.truncated', params))
  }
  if (strayBytes > (bytes - mp3.start) * MAX_STRAY_PART)
    throw new AudioError('damaged', reason('media.damaged-frames', { strayBytes, bytes }))
  const notes: Reason[] = []
  if (missingMs > 0) notes.push(reason('media.end-missing', { missingMs }))
  else if (cut) notes.push(reason('media.ends-within-frame'))
  if (strayBytes > 0) notes.push(reason('media.stray-bytes', { strayBytes }))
  if (uncounted > 0) {
    const params = { durationMs: ms(frames), promisedMs: ms(promised) }
    notes.push(reason('media.header-says-less', params))
  }
  if (tagsWithin > 0) notes.push(reason('media.tags-within', { tags: tagsWithin }))
  return notes
}

/** What the decoder may say of a file with these notes: it complains of bytes between frames, and of a missing end. */
export const allowedComplaints = (notes: readonly Reason[]): RegExp | undefined =>
  notes.some(({ code }) => code !== 'media.gain-changed')
    ? /header missing|invalid data found|error while decoding|submitting packet/i
    : undefined

/**
 * Whether the frames of an MP3 are what its encoder wrote, by the checksum that LAME and FFmpeg leave in the Xing
 * header. Undefined where there is none, or where frames were taken away or added since.
 */
async function agreesWithChecksum(
  path: string,
  { start, audioStart, audioEnd, xing }: Mp3Frames,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const music = xing?.music
  if (!music || start + music.length !== audioEnd) return undefined
  return (await crcOfFrames(path, { audioStart, audioEnd }, signal)) === music.crc
}
