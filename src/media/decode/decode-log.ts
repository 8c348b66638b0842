import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { type LogLine, readLogLines } from '../ffmpeg/log-line.ts'
import { channelsOf, countChannels, type DecodedFormat } from '../layout.ts'

/** What FFmpeg's log says when it has decoded a file. */
export interface DecodeLog {
  /** Per channel, as they came out of the decoder. */
  readonly samples: number
  readonly sampleRate: number
  readonly layout: string
  /** Of the output that is encoded, where there is one. */
  readonly written?: DecodedFormat
  /** -70 where there is nothing to measure. */
  readonly integratedLufs: number
  readonly rangeLu: number
  /** -Infinity for silence. */
  readonly peakDb: number
}

export function readLog(log: string): DecodeLog {
  const decoded = /Input stream #0:\d+ \(audio\):.*frames decoded.*\((\d+) samples\)/.exec(log)
  if (!decoded) throw new UserError(reason('media.ffmpeg-without-figures'))
  const format = findFormats(readLogLines(log)).at(-1)
  // The filters are set up more than once, and each time log what they measured: the last is the whole file.
  const summary = log.slice(log.lastIndexOf('Integrated loudness:'))
  const measured = (name: string) => {
    const text = new RegExp(`^\\s*${name}:\\s+(\\S+)`, 'm').exec(summary)?.[1]
    if (text === undefined) throw new UserError(reason('media.ffmpeg-without-figures'))
    return text.includes('inf') || text.includes('nan') ? Number.NEGATIVE_INFINITY : Number(text)
  }
  return {
    // Without a format nothing came out of the decoder.
    samples: format ? Number(decoded[1]) : 0,
    sampleRate: format?.sampleRate ?? 0,
    layout: format?.layout ?? '',
    written: findWritten(log),
    integratedLufs: measured('I'),
    rangeLu: measured('LRA'),
    peakDb: measured('Peak'),
  }
}

/** What came out of the decoder, one after the other: some files change their rate or their channels midway. */
export function findFormats(lines: readonly LogLine[]): readonly DecodedFormat[] {
  const formats: DecodedFormat[] = []
  for (const { components, message } of lines) {
    const [, rate, layout] = /samplerate:(\d+) chlayout:(.+)/.exec(message) ?? []
    if (rate === undefined || layout === undefined || !components[0]?.startsWith('graph')) continue
    const format = { sampleRate: Number(rate), layout: layout.trim() }
    const last = formats.at(-1)
    // What was guessed from a header is made exact by the first frame.
    if (last && isSame(last, format)) formats[formats.length - 1] = format
    else formats.push(format)
  }
  return formats
}

function isSame(a: DecodedFormat, b: DecodedFormat): boolean {
  if (a.sampleRate !== b.sampleRate) return false
  const [from, to] = [channelsOf(a.layout), channelsOf(b.layout)]
  const unnamed = typeof from === 'number' || typeof to === 'number'
  return a.layout === b.layout || (unnamed && countChannels(a.layout) === countChannels(b.layout))
}

function findWritten(log: string): DecodedFormat | undefined {
  const output = log.slice(Math.max(0, log.indexOf('Output #0, ')))
  const [, rate, layout] = /Stream #0:0.*: Audio: .*?(\d+) Hz, ([^,]+)/.exec(output) ?? []
  return rate && layout ? { sampleRate: Number(rate), layout } : undefined
}

/** How many tenths of a second there are, and how many of them are silent. */
export interface Momentary {
  all: number
  silent: number
}

/** Below this is silence, in LUFS. */
const silence = -60

/** The lines in which EBU R128 logs the momentary loudness, ten a second: they are counted and not kept. */
export function countMomentary(line: string, count: Momentary): boolean {
  const found = /^\[Parsed_ebur128\S* @ \S+\] \[\w+\] t: *\S+ .*?\bM: *(\S+)/.exec(line)
  if (!found) return false
  const loudness = Number(found[1])
  // The first three do not cover enough audio yet.
  if (++count.all <= 3) count.silent = 0
  else if (!(loudness > silence)) count.silent++
  return true
}
