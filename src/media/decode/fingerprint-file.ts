import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { ComparedFingerprint } from '../fingerprint/compare.ts'
import type { AudioProperties } from '../probe/read-file.ts'
import { AudioError } from '../sound-error.ts'
import { fingerprintFilter } from './decode.ts'
import { explainFailure, firstError } from './decode-errors.ts'

/**
 * The fingerprint of a file, of which no more is decoded than that needs, and nothing verified. Its length is what
 * the headers claim. Throws SoundError where nothing can be decoded, or where it is too short or too silent.
 */
export async function fingerprintFile(
  ffmpeg: Ffmpeg,
  path: string,
  { durationMs }: AudioProperties,
  signal: AbortSignal,
): Promise<ComparedFingerprint> {
  const folder = await mkdtemp(join(tmpdir(), 'songkeep-'))
  const pcm = join(folder, 'sound.pcm')
  try {
    const filter = ['-filter_complex', `[0:a:0]${fingerprintFilter}[sound]`, '-map', '[sound]']
    const { code, log, fingerprint } = await ffmpeg.run(
      {
        input: path,
        output: pcm,
        args: [...filter, '-f', 's16le'],
        fingerprint: pcm,
        timeLimitMs: 5 * 60_000,
      },
      signal,
    )
    if (code !== 0) throw explainFailure(firstError(log) ?? `FFmpeg ended with ${code}`)
    if (!fingerprint) throw new AudioError('not-sound', 'there is too little sound in it')
    return {
      code: fingerprint,
      algorithm: 'chromaprint-2',
      durationMs: durationMs === undefined ? undefined : Math.round(durationMs),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
