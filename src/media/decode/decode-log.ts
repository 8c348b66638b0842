import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'

/** What FFmpeg's log says when it has decoded a file. */
export interface DecodeLog {
  /** Per channel, as they came out of the decoder. */
  readonly samples: number
  readonly sampleRate: number
  readonly layout: string
  /** -70 where there is nothing to measure. */
  readonly integratedLufs: number
  readonly rangeLu: number
  /** -Infinity for silence. */
  readonly peakDb: number
}

export function readLog(log: string): DecodeLog {
  const decoded = /Input stream #0:\d+ \(audio\):.*frames decoded.*\((\d+) samples\)/.exec(log)
  if (!decoded) throw new UserError(reason('media.ffmpeg-without-figures'))
  const format = /samplerate:(\d+) chlayout:(.+)/.exec(log)
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
    sampleRate: Number(format?.[1] ?? 0),
    layout: format?.[2]?.trim() ?? '',
    integratedLufs: measured('I'),
    rangeLu: measured('LRA'),
    peakDb: measured('Peak'),
  }
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
