import { UserError } from '../model/errors.ts'
import type { Quality } from '../model/media.ts'
import { checkEnd } from './check-sound.ts'
import type { Ffmpeg } from './ffmpeg.ts'
import { scanMp3 } from './mp3-frames.ts'
import type { SoundFacts } from './read-file.ts'
import { asStorageError } from './storage.ts'

export interface Encoded {
  readonly durationMs: number
  readonly notes: readonly string[]
}

/** How far two lengths of one recording may be apart. */
const toleranceMs = 50
/** Nobody's track is longer; a bomb of packed silence is. */
const longestSeconds = 24 * 60 * 60

const qualities: Record<Quality, readonly string[]> = {
  V0: ['-q:a', '0'],
  V2: ['-q:a', '2'],
  '320': ['-b:a', '320k'],
  '192': ['-b:a', '192k'],
}

/**
 * Any sound file that FFmpeg decodes becomes an MP3 without tags, with a Xing header and gapless values.
 * Sample rate and channels stay, unless MP3 has no such: then the nearest fitting one, said in the notes.
 * Throws UserError when not all of the source can be decoded, or the output is not as long as the source.
 */
export async function encodeMp3(
  ffmpeg: Ffmpeg,
  request: {
    readonly input: string
    readonly output: string
    readonly quality: Quality
    readonly sound: SoundFacts
  },
  signal: AbortSignal,
): Promise<Encoded> {
  const { input, output, quality, sound } = request
  await checkEnd(input)
  const args = mp3Arguments(quality, sound)
  const timeLimitMs = 10 * 60_000 + (sound.bytes / 1e6) * 3_000
  const { code, log } = await ffmpeg.run({ input, output, args, timeLimitMs }, signal)
  // PCM cannot be wrong, but for a last sample that is not whole.
  const error = code === 0 && sound.codec === 'PCM' ? undefined : firstError(log)
  if (code !== 0 || error) throw explainFailure(error ?? `FFmpeg ended with ${code}`)

  const source = readSource(log)
  if (source.ms === 0) throw new UserError('there is no sound in it')
  if (source.ms >= longestSeconds * 1000)
    throw new UserError(`it is longer than ${longestSeconds / 3600} hours`)
  if (source.ms < promisedMs(sound))
    throw new UserError(
      `the file is cut short: ${seconds(source.ms)} of ${seconds(sound.durationMs ?? 0)} are there`,
    )

  const made = await scanMp3(output, signal)
  if (!made?.xing?.gapless || made.cut || made.strayBytes > 0)
    throw new Error(`The encoder wrote a broken MP3: ${JSON.stringify(made)}`)
  const durationMs = (made.samples / made.sampleRate) * 1000
  if (Math.abs(durationMs - source.ms) > toleranceMs)
    throw new UserError(
      `the MP3 is ${seconds(durationMs)} long, what was decoded ${seconds(source.ms)}`,
    )
  return { durationMs: Math.round(durationMs), notes: describeChanges(source, made.sampleRate) }
}

/** FFmpeg's own arguments, between input and output. */
export function mp3Arguments(quality: Quality, sound: SoundFacts): readonly string[] {
  return [
    ['-map', '0:a:0', '-map_metadata', '-1', '-map_chapters', '-1'],
    ['-c:a', 'libmp3lame', ...qualities[quality], ...fitSampleRate(sound)],
    ['-t', String(longestSeconds)],
    ['-id3v2_version', '0', '-write_id3v1', '0', '-f', 'mp3'],
  ].flat()
}

/** Above 48 kHz the rate that divides evenly: 44.1 kHz for 88.2 and 176.4, else 48. */
function fitSampleRate({ sampleRate }: SoundFacts): readonly string[] {
  if (sampleRate === undefined || sampleRate <= 48_000) return []
  return ['-ar', sampleRate % 44_100 === 0 ? '44100' : '48000']
}

/** What the decoder gave, by FFmpeg's own count: a header may claim anything. */
interface Source {
  readonly ms: number
  readonly sampleRate: number
  readonly layout: string
}

function readSource(log: string): Source {
  const decoded = /Input stream #0:\d+ \(audio\):.*frames decoded.*\((\d+) samples\)/.exec(log)
  const format = /samplerate:(\d+) chlayout:(.+)/.exec(log)
  if (!decoded) throw new Error('This FFmpeg does not say how much it decoded')
  const sampleRate = Number(format?.[1] ?? 0)
  // Without a format nothing came out of the decoder.
  const ms = sampleRate > 0 ? (Number(decoded[1]) / sampleRate) * 1000 : 0
  return { ms, sampleRate, layout: format?.[2]?.trim() ?? '' }
}

/**
 * The length that the headers promise, less what may rightly be missing; none where they only guess.
 * An Ogg stream may begin at any position (a recorded broadcast does), so its last one is no length.
 */
function promisedMs({ samples, sampleRate, durationMs, lossless, container = '' }: SoundFacts) {
  if (/ogg/i.test(container)) return 0
  const exact = samples && sampleRate ? (samples / sampleRate) * 1000 : undefined
  if (lossless) return (exact ?? 0) - toleranceMs
  // A header may count the encoder's delay, an edit list take it away.
  const boxed = /m4a|mp4|isom|qt/i.test(container) ? durationMs : undefined
  return (exact ?? boxed ?? 0) - 1000
}

function describeChanges({ sampleRate, layout }: Source, madeRate: number): string[] {
  const notes: string[] = []
  if (sampleRate !== madeRate)
    notes.push(`resampled from ${sampleRate / 1000} kHz to ${madeRate / 1000} kHz, as MP3 needs`)
  if (!['mono', 'stereo', '1 channels', '2 channels'].includes(layout))
    notes.push(`mixed from ${layout} to two channels, as MP3 needs`)
  return notes
}

const firstError = (log: string) => /\[(?:error|fatal|panic)\] (.*)/.exec(log)?.[1]?.trim()

function explainFailure(error: string): unknown {
  if (/not on whitelist|Invalid data found when processing input|moov atom not found/.test(error))
    return new UserError('this is no sound file that can be read')
  if (/matches no streams/.test(error)) return new UserError('there is no sound in it')
  return asStorageError(new UserError(`the sound is damaged (${error})`))
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
