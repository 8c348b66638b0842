import type { Media } from '../../model/media.ts'
import type { MediaJob } from '../encode/make-job.ts'
import type { Mp3Frames } from '../mp3/frames.ts'
import { hasChangedGain } from '../mp3/mp3-gain.ts'
import { agreesWithChecksum, checkEnd, checkMp3 } from '../probe/check-sound.ts'
import type { AudioProperties } from '../probe/read-file.ts'
import { checkContent, checkIdentity, checkLength, checkWhole } from '../probe/verify.ts'
import { AudioError } from '../sound-error.ts'
import { type Analysis, decode } from './decode.ts'

/** What is known of the sound of a file that is kept as it is: all of it is decoded first. */
export async function analyseFile(
  job: MediaJob,
  sound: AudioProperties,
  mp3?: Mp3Frames,
): Promise<Pick<Media, 'durationMs' | 'fingerprint' | 'loudness' | 'notes'>> {
  const { path, ffmpeg, temporary, signal } = job
  const frames = mp3 ? await checkFrames(job, sound, mp3) : []
  if (!mp3) await checkEnd(path)
  const scratch = temporary('scratch')
  const request = {
    input: path,
    sound,
    scratch,
    soundStart: mp3?.start,
    ...allowStray(frames),
  }
  const heard = await decode(ffmpeg, request, signal)
  checkWhole(heard, sound)
  return describeAnalysis(
    job,
    sound,
    heard,
    mp3 ? lengthOf(mp3) : Math.round(heard.durationMs),
    frames,
  )
}

/** Of an MP3 its frames say more than its decoder, which plays over damage without a word. */
export async function checkFrames(
  { path, signal }: MediaJob,
  sound: AudioProperties,
  mp3: Mp3Frames,
) {
  const notes = checkMp3(mp3, sound.bytes)
  if ((await agreesWithChecksum(path, mp3, signal)) !== false) return notes
  if (!(await hasChangedGain(path, signal)))
    throw new AudioError('damaged', 'the sound is damaged: its checksum does not agree')
  return [...notes, gainChanged]
}

const gainChanged =
  'its gain was changed inside of its frames, as mp3gain does: its checksum tells nothing any more'

/** Of what lies between the frames, and is in a note, the decoder complains as well. */
export const allowStray = (notes: readonly string[]) =>
  notes.some((note) => note !== gainChanged) ? { allowed: strayComplaint } : {}
const strayComplaint = /header missing|invalid data found|error while decoding|submitting packet/i

/** What is told of a sound that has been heard. Throws SoundError where it is silent, or another one than it should be. */
export function describeAnalysis(
  job: MediaJob,
  sound: AudioProperties,
  heard: Analysis,
  durationMs: number,
  notes: readonly string[],
) {
  const { loudness, fingerprint } = heard
  const strange = checkContent(heard, sound)
  checkLength(durationMs, job)
  checkIdentity(heard, job.reference)
  return {
    durationMs,
    fingerprint,
    loudness,
    notes: [...notes, ...strange],
  }
}

const lengthOf = ({ samples, sampleRate }: Mp3Frames) => Math.round((samples / sampleRate) * 1000)
