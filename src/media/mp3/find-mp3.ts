import type { AudioProperties, ProbedFile } from '../../tags/read/probe-file.ts'
import { type Mp3Frames, scanMp3 } from './frames.ts'

/** The part of an MP3 that may belong to no frame, where nothing else says what it is. */
const MAX_STRAY_PART = 0.05
/** Half a second: random bytes never look like so many frames in a row. */
const MIN_FRAMES = 20

/** The frames of a file that its headers call an MP3, or that our reader cannot read and that consists of frames. */
export async function findMp3(
  path: string,
  { audio, unread }: ProbedFile,
  signal: AbortSignal,
): Promise<Mp3Frames | undefined> {
  if (audio.container === 'MPEG') return await scanMp3(path, signal)
  if (unread === undefined) return undefined
  const found = await scanMp3(path, signal)
  if (!found || found.frames < MIN_FRAMES) return undefined
  return found.strayBytes <= (audio.bytes - found.start) * MAX_STRAY_PART ? found : undefined
}

/** What headers would have said of a file that only its frames tell to be an MP3. */
export function propertiesOfFrames(mp3: Mp3Frames, bytes: number): AudioProperties {
  const { sampleRate, channels, samples, audioStart, audioEnd } = mp3
  const durationMs = (samples * 1000) / sampleRate
  return {
    bytes,
    container: 'MPEG',
    codec: 'MP3',
    lossless: false,
    durationMs,
    sampleRate,
    channels,
    bitRate: ((audioEnd - audioStart) * 8000) / durationMs,
  }
}
