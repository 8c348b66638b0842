import type { AudioProperties, FileAnalysis } from '../probe/read-file.ts'
import { type Mp3Frames, scanMp3 } from './frames.ts'

/** The part of an MP3 that may belong to no frame, where nothing else says what it is. */
const strayPart = 0.05
/** A run by chance is never as long: half a second. */
const leastFrames = 20

/** The frames of an MP3: of what its headers call one, and of what nobody can read and consists of frames. */
export async function findMp3(
  path: string,
  { sound, unread }: FileAnalysis,
  signal: AbortSignal,
): Promise<Mp3Frames | undefined> {
  if (sound.container === 'MPEG') return await scanMp3(path, signal)
  if (unread === undefined) return undefined
  const found = await scanMp3(path, signal)
  if (!found || found.frames < leastFrames) return undefined
  return found.strayBytes <= (sound.bytes - found.start) * strayPart ? found : undefined
}

/** What headers would have said. */
export function soundOfFrames(mp3: Mp3Frames, bytes: number): AudioProperties {
  const { sampleRate, channels, samples, soundStart, soundEnd } = mp3
  const durationMs = (samples * 1000) / sampleRate
  return {
    bytes,
    container: 'MPEG',
    codec: 'MP3',
    lossless: false,
    durationMs,
    sampleRate,
    channels,
    bitRate: ((soundEnd - soundStart) * 8000) / durationMs,
  }
}
