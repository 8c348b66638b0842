import { type Reason, reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { AudioProperties } from '../../tags/read/probe-file.ts'
import { AudioError } from '../audio-error.ts'
import { type ComparedFingerprint, compareFingerprints } from '../fingerprint/compare.ts'
import type { Analysis } from './decode.ts'

/** How much shorter than its header a lossless file may be. */
const MAX_MISSING_LOSSLESS_MS = 50
/** What may rightly be missing of a lossy one: the encoder's delay, an edit list. */
const MAX_MISSING_LOSSY_MS = 1000
/** With more silence than this the rest is no track. */
const MAX_SILENT_PART = 0.8
/** Hidden tracks come after minutes of silence: that is worth a note. */
const NOTED_SILENT_PART = 0.3

/** WavPack and others write all ones where they did not know the length when they began. */
const UNKNOWN_SAMPLES = 0xffff_ffff

/** Throws AudioError where less came out of the decoder than the headers promise. */
export function checkWhole({ durationMs }: Analysis, audio: AudioProperties): void {
  const promisedMs = findPromisedMs(audio)
  if (promisedMs === undefined) return
  if (durationMs < promisedMs - maxMissing(audio))
    throw new AudioError('truncated', reason('media.truncated', { durationMs, promisedMs }))
}

/** FFmpeg writes CAF whose last packet, of up to 4096 samples, counts as a full one. */
function maxMissing({ lossless, container, codec, sampleRate = 44_100 }: AudioProperties): number {
  if (!lossless) return MAX_MISSING_LOSSY_MS
  const packet = container === 'CAF' && codec !== 'PCM' ? (4096 / sampleRate) * 1000 : 0
  return MAX_MISSING_LOSSLESS_MS + packet
}

/**
 * The length that the headers promise; none where they only guess.
 * An Ogg stream may begin at any position (a recorded broadcast does), so its last one is no length.
 */
function findPromisedMs(audio: AudioProperties): number | undefined {
  const { samples, sampleRate, durationMs, lossless, container = '' } = audio
  if (/ogg|mpeg/i.test(container)) return undefined
  if (samples === UNKNOWN_SAMPLES) return undefined
  if (samples && sampleRate) return (samples / sampleRate) * 1000
  if (lossless || /m4a|mp4|isom|qt/i.test(container)) return durationMs
  return undefined
}

/** Throws AudioError for a silent file; returns notes on what is strange and no reason to refuse it. */
export function checkContent(analysis: Analysis, audio: AudioProperties): readonly Reason[] {
  const { silentPart: part, loudness, cutHz, durationMs } = analysis
  const nothing = part > 0.99 || !loudness
  if (part > MAX_SILENT_PART || (!loudness && durationMs > 3000))
    throw new AudioError(
      'silent',
      nothing ? reason('media.silent') : reason('media.partly-silent', { part }),
    )
  const notes: Reason[] = []
  if (part > NOTED_SILENT_PART) notes.push(reason('media.partly-silent', { part }))
  if (cutHz !== undefined && cutHz < honestCut(audio))
    notes.push(
      audio.lossless
        ? reason('media.lossless-cut-off', { cutHz })
        : reason('media.lossy-cut-off', { cutHz, bitRate: audio.bitRate ?? 0 }),
    )
  return notes
}

/** Where encoders cut by themselves at such a bit rate: LAME at 256 kbit/s and more not below 19 kHz. */
const honestCut = ({ lossless }: AudioProperties) => (lossless ? Number.POSITIVE_INFINITY : 18_000)

/**
 * Throws AudioError when the audio is not as long as the host of the recording said; or, where that was
 * nothing or wrong, as the playlist says.
 */
export function checkLength(
  durationMs: number,
  { recording, track }: { readonly recording: Recording; readonly track: Track },
): void {
  const told = recording.durationMs
  if (told !== undefined && isWithin(durationMs, told, 3000, 0.02)) return
  if (recording.media?.kind === 'remote' && told !== undefined) {
    const params = { durationMs, source: recording.source, expectedMs: told }
    throw new AudioError('wrong-length', reason('media.wrong-length', params))
  }
  const listed = track.durationMs
  if (listed === undefined || isWithin(durationMs, listed, 10_000, 0.05)) return
  const params = { durationMs, expectedMs: listed }
  throw new AudioError('wrong-length', reason('media.wrong-length-in-playlist', params))
}

const isWithin = (ms: number, of: number, least: number, part: number) =>
  Math.abs(ms - of) <= Math.max(least, of * part)

/**
 * Throws AudioError when the audio is not, or not surely, the recording that the fingerprint was made of: what
 * lies between is another take or master, or one that was pitched. Says nothing where nothing can be compared.
 */
export function checkIdentity(
  { fingerprint }: Analysis,
  reference: ComparedFingerprint | undefined,
): void {
  if (!reference || !fingerprint) return
  const compared = compareFingerprints(reference, fingerprint)
  if (!compared || compared.likeness === 'same') return
  const { likeness, errorRate } = compared
  const code = likeness === 'different' ? 'media.wrong-recording' : 'media.doubtful-recording'
  throw new AudioError('wrong-recording', reason(code, { errorRate }))
}
