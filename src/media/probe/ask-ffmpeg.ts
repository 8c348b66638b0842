import type { AudioProperties } from '../../tags/read/probe-file.ts'
import { losslessCodec } from '../decode/audio-stream.ts'
import { findFormats } from '../decode/decode-log.ts'
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts'
import type { ByteRange, FfmpegResult } from '../ffmpeg/ffmpeg-job.ts'
import { type LogLine, readLogLines } from '../ffmpeg/log-line.ts'
import { countChannels, type DecodedFormat, nameChannels, nameLayout } from '../layout.ts'

interface Asked {
  readonly input: string
  readonly range?: ByteRange
}

interface AskedFormat extends FfmpegResult {
  readonly format?: DecodedFormat
  /** A filter that gives its channels the names that `format` has. */
  readonly head?: string
}

/** Decodes a first frame of a file, or of a part of it. Verifies nothing. */
export async function askFfmpeg(
  ffmpeg: Ffmpeg,
  asked: Asked,
  signal: AbortSignal,
): Promise<AskedFormat> {
  const args = ['-map', '0:a:0', '-frames:a', '1', '-f', 'null']
  const result = await ffmpeg.run({ ...asked, args, timeLimitMs: 60_000 }, signal)
  const format = findFormats(readLogLines(result.log)).at(-1)
  if (!format) return result
  const head = nameChannels(format.layout)
  return { ...result, head, format: { ...format, layout: nameLayout(format.layout) } }
}

/** What headers say that our reader cannot read, as FFmpeg reads them: enough to encode the file, or to keep it. */
export async function askProperties(
  ffmpeg: Ffmpeg,
  path: string,
  audio: AudioProperties,
  signal: AbortSignal,
): Promise<AudioProperties> {
  const { log, format } = await askFfmpeg(ffmpeg, { input: path }, signal)
  const lines = readLogLines(log)
  const codec = firstMatch(lines, /^ *Stream #0:\d+[^:]*: Audio: (\w+)/)
  if (format === undefined || codec === undefined) return audio
  return {
    ...audio,
    codec: audio.codec ?? codec,
    container: audio.container ?? containers[firstMatch(lines, /^Input #0, (.+), from /) ?? ''],
    lossless: audio.codec === undefined ? losslessCodec.test(codec) : audio.lossless,
    sampleRate: audio.sampleRate ?? format.sampleRate,
    channels: audio.channels ?? countChannels(format.layout),
  }
}

const firstMatch = (lines: readonly LogLine[], pattern: RegExp) =>
  lines.map(({ message }) => pattern.exec(message)?.[1]).find((found) => found !== undefined)

/** The reader's name of a container by FFmpeg's. */
const containers: Readonly<Record<string, string>> = {
  flac: 'FLAC',
  ogg: 'Ogg',
  'mov,mp4,m4a,3gp,3g2,mj2': 'M4A',
  wav: 'WAVE',
  aiff: 'AIFF',
  asf: 'ASF',
  ape: "Monkey's Audio",
  wv: 'WavPack',
  dsf: 'DSF',
}
