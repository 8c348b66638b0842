import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reason } from '../../model/reason.ts'
import type { Segment } from '../../model/recording.ts'
import type { AudioProperties } from '../../tags/read/probe-file.ts'
import { AudioError } from '../audio-error.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import { readLogLines } from '../ffmpeg/log-line.ts'
import type { ComparedFingerprint } from '../fingerprint/compare.ts'
import { nameChannels } from '../layout.ts'
import { explainFailure } from './decode-errors.ts'
import { fingerprintFilter } from './decode-job.ts'
import { findFormats } from './decode-log.ts'

/** The part alone, to about a sample. */
function trimFilter({ start, end, rate }: Segment): string {
  const seconds = (units: number) => (units / rate).toFixed(6)
  const until = end === undefined ? '' : `:end=${seconds(end)}`
  return `atrim=start=${seconds(start)}${until},asetpts=PTS-STARTPTS,`
}

/**
 * The fingerprint of a file, or of a part of it. Only what it needs is decoded, and nothing is verified. Its length is what
 * the headers claim. Throws AudioError where nothing can be decoded, or where it is too short or too silent.
 */
export async function fingerprintFile(
  ffmpeg: Ffmpeg,
  path: string,
  { durationMs }: AudioProperties,
  signal: AbortSignal,
  segment?: Segment,
): Promise<ComparedFingerprint> {
  const folder = await mkdtemp(join(tmpdir(), 'songkeep-'))
  const pcm = join(folder, 'fingerprint.pcm')
  try {
    const run = (head = '') => {
      const filters = [head, segment ? trimFilter(segment) : '', fingerprintFilter].join('')
      const filter = ['-filter_complex', `[0:a:0]${filters}[fingerprint]`, '-map', '[fingerprint]']
      const args = [...filter, '-f', 's16le']
      const output = { output: pcm, fingerprint: pcm }
      return ffmpeg.run({ input: path, ...output, args, timeLimitMs: 5 * 60_000 }, signal)
    }
    let result = await run()
    const head = nameChannels(findFormats(readLogLines(result.log)).at(-1)?.layout ?? '')
    if (head !== undefined) result = await run(`${head},`)
    const { code, log, fingerprint } = result
    if (code !== 0) throw explainFailure(log, code)
    if (!fingerprint) throw new AudioError('not-audio', reason('media.too-little-audio'))
    return {
      code: fingerprint,
      algorithm: 'chromaprint-2',
      durationMs: lengthOf(durationMs, segment),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function lengthOf(fileMs: number | undefined, segment?: Segment): number | undefined {
  const { start = 0, end, rate = 1 } = segment ?? {}
  const endMs = end === undefined ? fileMs : (end / rate) * 1000
  return endMs === undefined ? undefined : Math.round(endMs - (start / rate) * 1000)
}
