import { type Reason, reason } from '../../model/reason.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { FfmpegResult } from '../ffmpeg/ffmpeg-job.ts'
import { readLogLines } from '../ffmpeg/log-line.ts'
import { channelsOf, type DecodedFormat, nameChannels } from '../layout.ts'
import { findComplaint } from './decode-errors.ts'
import type { DecodeRequest } from './decode-job.ts'
import { findFormats } from './decode-log.ts'
import { makeUniform } from './uniform.ts'
import { mendChannelMasks } from './wavpack-mask.ts'

export interface MendedRequest {
  readonly request: DecodeRequest
  readonly notes: readonly Reason[]
  /** A file that stands for the input from now on. */
  readonly made?: string
}

/**
 * How a whole file is to be decoded that FFmpeg did not take as it is; nothing where there is nothing to mend. Throws
 * AudioError where it is damaged besides.
 */
export async function mendRequest(
  ffmpeg: Ffmpeg,
  request: DecodeRequest,
  { code, log }: FfmpegResult,
  signal: AbortSignal,
): Promise<MendedRequest | undefined> {
  const formats = findFormats(readLogLines(log))
  const head = formats[0] && nameChannels(formats[0].layout)
  if (head !== undefined && request.head === undefined && formats.length === 1)
    return { request: { ...request, head }, notes: [] }
  const complaint = findComplaint(log)
  if (/^Channel mask does not match/.test(complaint ?? '')) {
    const made = `${request.scratch}.mask.wv`
    if (!(await mendChannelMasks(request.input, made, signal))) return undefined
    const notes = [reason('media.channel-mask-wrong')]
    return { request: { ...request, input: made }, notes, made }
  }
  const isWhole = code === 0 && (complaint === undefined || request.allowed?.test(complaint))
  if (request.links ? isWhole && formats.length === 1 : !isWhole || formats.length < 2)
    return undefined
  const made = `${request.scratch}.uniform.au`
  const varied = await makeUniform(ffmpeg, { ...request, output: made }, formats, signal)
  const { input, range, links, head: _, allowed, ...rest } = request
  const notes =
    varied.length > 1 ? [reason('media.format-varies', { formats: varied.map(say) })] : []
  return { request: { ...rest, input: made }, notes, made }
}

function say({ sampleRate, layout }: DecodedFormat): string {
  const channels = channelsOf(layout)
  const name = typeof channels === 'number' ? `${channels} channels` : layout
  return `${sampleRate / 1000} kHz ${name}`
}
