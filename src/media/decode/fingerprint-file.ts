import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reason } from '../../model/reason.ts'
import type { AudioProperties } from '../../tags/read/probe-file.ts'
import { AudioError } from '../audio-error.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { ComparedFingerprint } from '../fingerprint/compare.ts'
import { explainFailure, findComplaint } from './decode-errors.ts'
import { fingerprintFilter } from './decode-job.ts'

/**
 * The fingerprint of a file. Only what it needs is decoded, and nothing is verified. Its length is what
 * the headers claim. Throws AudioError where nothing can be decoded, or where it is too short or too silent.
 */
export async function fingerprintFile(
  ffmpeg: Ffmpeg,
  path: string,
  { durationMs }: AudioProperties,
  signal: AbortSignal,
): Promise<ComparedFingerprint> {
  const folder = await mkdtemp(join(tmpdir(), 'songkeep-'))
  const pcm = join(folder, 'fingerprint.pcm')
  try {
    const filter = [
      '-filter_complex',
      `[0:a:0]${fingerprintFilter}[fingerprint]`,
      '-map',
      '[fingerprint]',
    ]
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
    if (code !== 0) throw explainFailure(findComplaint(log), code)
    if (!fingerprint) throw new AudioError('not-audio', reason('media.too-little-audio'))
    return {
      code: fingerprint,
      algorithm: 'chromaprint-2',
      durationMs: durationMs === undefined ? undefined : Math.round(durationMs),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
