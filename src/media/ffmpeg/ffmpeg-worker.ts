import { readFile } from 'node:fs/promises'
import { runCommandHere } from '../../base/process/command.ts'
import { serveParent } from '../../base/process/serve-parent.ts'
import { audioDemuxers } from '../../model/audio-kinds.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { countMomentary, type Momentary } from '../decode/decode-log.ts'
import { fingerprintPcm } from '../fingerprint/fingerprint.ts'
import type { FfmpegJob, FfmpegResult } from './ffmpeg-job.ts'
import { runWasm } from './ffmpeg-wasm.ts'
import { isTagLine } from './log-line.ts'

export interface FfmpegRequest extends Omit<FfmpegJob, 'timeLimitMs' | 'onProgress'> {
  /** The program to run; without it the WebAssembly build does the work. */
  readonly native?: string
}

export type FfmpegReply = FfmpegResult

/** What may be opened: audio files, nothing else. */
const formats = audioDemuxers.join(',')

/** For covers, by their content; `mov` is for AVIF, and with the codecs below for nothing else. */
const pictureFormats = 'jpeg_pipe,png_pipe,webp_pipe,gif,gif_pipe,bmp_pipe,tiff_pipe,mov'
const pictureCodecs = 'mjpeg,png,webp,gif,bmp,tiff,av1,libdav1d,libaom-av1'

/** Address space that a program of the user's may have. */
const MAX_MEMORY_KB = 4 * 1024 * 1024

/** Half a minute of sound: a second of work or less. */
const TENTHS_A_WORD = 300

const before = [
  ['-hide_banner', '-nostdin', '-nostats', '-y'],
  ['-loglevel', 'level+verbose'],
  // Bytes that one allocation may have: a header may claim anything.
  ['-max_alloc', String(128 * 1024 * 1024)],
  // Checksums that the format has (FLAC, WavPack, …) are compared: a wrong one is an error in the log.
  ['-err_detect', 'crccheck'],
].flat()

serveParent(async (request: FfmpegRequest, tell): Promise<FfmpegReply> => {
  const { input, output, also = [], fingerprint, native } = request
  const momentary: Momentary = { all: 0, silent: 0 }
  const skip = (line: string) => {
    if (isTagLine(line)) return true
    if (!countMomentary(line, momentary)) return false
    if (momentary.all % TENTHS_A_WORD === 0) tell(momentary.all * 100)
    return true
  }
  const outputs = [...(output === undefined ? [] : [output]), ...also.map(({ path }) => path)]
  const command = (from: string, to: readonly string[]) => commandOf(request, from, to)
  const { code, log } = native
    ? await runNative(native, command(input, outputs), skip)
    : await runWasm(command, input, outputs, skip)
  const code64 =
    fingerprint !== undefined && code === 0
      ? await fingerprintPcm(await readFile(fingerprint))
      : undefined
  return { code, log, momentary, fingerprint: code64 || undefined }
})

function commandOf(
  { args, output, also = [], range, reads }: FfmpegRequest,
  from: string,
  to: readonly string[],
): readonly string[] {
  const [first, ...others] = output === undefined ? ['-', ...to.map(named)] : to.map(named)
  const more = also.flatMap((extra, i) => [...extra.args, others[i] ?? '-'])
  return [
    ...before,
    ...(reads === 'picture'
      ? ['-format_whitelist', pictureFormats, '-codec_whitelist', pictureCodecs]
      : ['-format_whitelist', formats]),
    ...['-protocol_whitelist', range ? 'file,pipe,subfile' : 'file,pipe'],
    // What it guesses of more channels is not what others take them for.
    ...['-guess_layout_max', '2'],
    ...[
      '-i',
      range ? `subfile,,start,${range.start},end,${range.end},,:${named(from)}` : named(from),
    ],
    ...[...args, first ?? '-', ...more],
  ]
}

const named = (path: string) => `file:${path}`

async function runNative(
  program: string,
  args: readonly string[],
  skip: (line: string) => boolean,
): Promise<{ readonly code: number; readonly log: string }> {
  const limited = ['-c', `ulimit -v ${MAX_MEMORY_KB} 2>/dev/null; exec "$0" "$@"`, program, ...args]
  const [start, all] =
    process.platform === 'win32' ? [program, args] : (['/bin/sh', limited] as const)
  const { code, killedBy, endless, stderr } = await runCommandHere(start, all, skip)
  if (endless) throw new UserError(reason('media.ffmpeg-endless-log'))
  if (killedBy) throw new UserError(reason('media.ffmpeg-crashed', { detail: killedBy }))
  return { code: code ?? 1, log: stderr }
}
