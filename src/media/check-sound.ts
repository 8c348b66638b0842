import { open } from 'node:fs/promises'
import { UserError } from '../model/errors.ts'
import type { Mp3Frames } from './mp3-frames.ts'
import type { SoundFacts } from './read-tags.ts'

/** What may be missing at the end of a file that is kept as it is, with a note. */
const missingMs = 1000
/** The part of an MP3 that may belong to no frame, with a note. */
const strayPart = 0.05

/**
 * Whether a file that is not decoded can be kept; returns notes, throws UserError on damage.
 * What only decoding would show is not found here.
 */
export async function checkSound(
  path: string,
  sound: SoundFacts,
  mp3: Mp3Frames | undefined,
): Promise<readonly string[]> {
  if (mp3) return checkMp3(mp3, sound.bytes)
  if (!sound.codec && !sound.durationMs) throw new UserError('there is no sound in it')
  if (/ogg/i.test(sound.container ?? '')) await checkOgg(path)
  return []
}

function checkMp3(mp3: Mp3Frames, bytes: number): readonly string[] {
  const { frames, samplesPerFrame, sampleRate, xing, strayBytes, cut } = mp3
  if (frames === 0) throw new UserError('there is no sound in it')
  const ms = (count: number) => (count * samplesPerFrame * 1000) / sampleRate
  const missing = ms(Math.max(0, (xing?.frames ?? 0) - frames))
  if (missing > missingMs)
    throw new UserError(
      `the file is cut short: ${seconds(ms(frames))} of ${seconds(ms(xing?.frames ?? 0))} are there`,
    )
  if (strayBytes > (bytes - mp3.start) * strayPart)
    throw new UserError(`the sound is damaged: ${strayBytes} of ${bytes} bytes belong to no frame`)
  const notes: string[] = []
  if (missing > 0) notes.push(`its last ${seconds(missing)} are missing`)
  else if (cut) notes.push('it ends in the middle of a frame')
  if (strayBytes > 0) notes.push(`${strayBytes} bytes in it belong to no frame`)
  return notes
}

/** The last page (RFC 3533, section 6) must be there whole. */
export async function checkOgg(path: string): Promise<void> {
  await using file = await open(path)
  const { size } = await file.stat()
  // No page is longer than 65,307 bytes.
  const tail = Buffer.alloc(Math.min(size, 65_307))
  await file.read(tail, 0, tail.length, size - tail.length)
  const page = tail.lastIndexOf('OggS')
  if (page < 0) throw new UserError('the sound is damaged: its last page does not begin')
  const segments = tail[page + 26] ?? 0
  const lengths = tail.subarray(page + 27, page + 27 + segments)
  const end = page + 27 + segments + lengths.reduce((sum, length) => sum + length, 0)
  if (end > tail.length) throw new UserError('the file is cut short: its last page is not whole')
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
