import type { AudioProperties } from '../../tags/read/probe-file.ts'
import type { ByteRange, ExtraOutput, FfmpegJob } from '../ffmpeg/ffmpeg-job.ts'
import type { OggLink } from '../probe/ogg-links.ts'
import { spectrumFilters } from './spectrum.ts'

/** Real tracks are not longer; a small file of packed silence may be. */
export const MAX_SECONDS = 24 * 60 * 60
/** What one output may take. */
const MAX_OUTPUT_BYTES = 8e9
/** Above this bit rate a lossy file claims to be good, and its spectrum is looked at. */
const GOOD_BIT_RATE = 250_000

export interface DecodeRequest {
  readonly input: string
  readonly audio: AudioProperties
  /** Where the audio is: tags and their pictures around it are not looked at. */
  readonly range?: ByteRange
  /** Of a chained Ogg. */
  readonly links?: readonly OggLink[]
  /** A filter that names the channels, where the decoder does not. */
  readonly head?: string
  /** Begins the names of temporary files. */
  readonly scratch: string
  /** Where the audio is encoded besides, and how. */
  readonly encode?: {
    readonly output: string
    readonly args: readonly string[]
    readonly filter?: string
  }
  /** Complaints of the decoder that are no error in this file. */
  readonly allowed?: RegExp
}

export interface DecodeJob {
  readonly job: FfmpegJob & { readonly also: readonly ExtraOutput[] }
  /** Samples for the spectrum, where the file claims to be good enough to be doubted. */
  readonly spectrum?: string
}

/** One run of FFmpeg whose filters split the audio into all that is wanted of it. */
export function planDecoding(request: DecodeRequest): DecodeJob {
  const { input, audio, range, scratch, encode } = request
  const limits = ['-t', String(MAX_SECONDS), '-fs', String(MAX_OUTPUT_BYTES)]
  const bare = ['-map_metadata', '-1', '-map_chapters', '-1']
  const good = audio.lossless || (audio.bitRate ?? 0) > GOOD_BIT_RATE
  const fingerprint = `${scratch}.fingerprint.pcm`
  const spectrum = good ? `${scratch}.spectrum.pcm` : undefined
  const also: ExtraOutput[] = [
    { path: fingerprint, args: ['-map', '[fingerprint]', '-f', 's16le'] },
  ]
  if (spectrum !== undefined)
    also.push({ path: spectrum, args: ['-map', '[spectrum]', '-f', 'f32le'] })
  const job = {
    input,
    range,
    args: [
      ...['-filter_complex', filters(request, good), '-map', '[audio]', ...limits],
      ...(encode ? [...bare, ...encode.args] : ['-f', 'null']),
    ],
    output: encode?.output,
    also,
    fingerprint,
    timeLimitMs: 10 * 60_000 + (audio.bytes / 1e6) * 3_000,
  }
  return { job, spectrum }
}

const fpcalc = 'filter_size=16:phase_shift=8:linear_interp=1:cutoff=0.8'

/** What `fpcalc` gives Chromaprint: mono at 11,025 Hz, its first 120 s, by the settings of its `SetCompatibleMode`. */
export const fingerprintFilter = `atrim=end=122,aresample=11025:${fpcalc},aformat=sample_fmts=s16:channel_layouts=mono,atrim=end_sample=${120 * 11_025}`

/**
 * The audio itself, timed by its samples alone (a container's times may step back, or leave gaps that no player makes);
 * what Chromaprint takes; EBU R128, whose output is dropped: it writes to the log what it
 * measured; and the samples for the spectrum.
 */
function filters({ head, encode }: DecodeRequest, withSpectrum: boolean): string {
  const first = ['asetpts=N/SR/TB', ...(head ? [head] : [])].join(',')
  const outputs = `[whole][short][level]${withSpectrum ? '[high]' : ''}`
  return [
    `[0:a:0]${first},asplit=${withSpectrum ? 4 : 3}${outputs}`,
    `[whole]${encode?.filter ?? 'anull'}[audio]`,
    `[short]${fingerprintFilter}[fingerprint]`,
    '[level]ebur128=peak=sample:framelog=verbose,anullsink',
    ...(withSpectrum ? [`[high]${spectrumFilters}[spectrum]`] : []),
  ].join(';')
}
