import { reason } from '../../model/reason.ts'
import { probeFile } from '../../tags/read/probe-file.ts'
import { UserError } from '../../words/user-error.ts'
import type { EncodedFormat } from '../formats.ts'
import { scanMp3 } from '../mp3/frames.ts'

/** What the headers or frames of an encoded file say. */
export interface MeasuredFile {
  readonly durationMs: number
  readonly sampleRate: number
  readonly channels?: number
}

/** Measures what was encoded, by another reader than the encoder. Throws where the file is broken. */
export async function measureEncoded(
  format: EncodedFormat,
  path: string,
  signal: AbortSignal,
): Promise<MeasuredFile> {
  if (format === 'mp3') return await measureMp3(path, signal)
  const { audio, unread } = await probeFile(path, { covers: false, measure: true, signal })
  const { durationMs, sampleRate, channels } = audio
  if (unread !== undefined || durationMs === undefined || sampleRate === undefined)
    throw new UserError(reason('media.encoded-badly', { format, detail: String(unread) }))
  return { durationMs, sampleRate, channels }
}

async function measureMp3(path: string, signal: AbortSignal): Promise<MeasuredFile> {
  const mp3 = await scanMp3(path, signal)
  if (!mp3?.xing?.gapless || mp3.cut || mp3.strayBytes > 0)
    throw new UserError(
      reason('media.encoded-badly', { format: 'MP3', detail: JSON.stringify(mp3) }),
    )
  const { samples, sampleRate, channels } = mp3
  return { durationMs: (samples / sampleRate) * 1000, sampleRate, channels }
}
