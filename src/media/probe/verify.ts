import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Analysis } from '../decode/decode.ts'
import { type ComparedFingerprint, compareFingerprints } from '../fingerprint/compare.ts'
import { AudioError } from '../sound-error.ts'
import type { AudioProperties } from './read-file.ts'

/** How far a lossless file may be from the length in its header. */
const exactMs = 50
/** What may rightly be missing of a lossy one: the encoder's delay, an edit list. */
const lossyMs = 1000
/** Of more than this nobody would call the rest a track. */
const mostlySilent = 0.8
/** Hidden tracks come after minutes of silence: that is worth a note. */
const partlySilent = 0.3

/** Throws SoundError where less came out of the decoder than the headers promise. */
export function checkWhole({ durationMs }: Analysis, sound: AudioProperties): void {
  const promised = promisedMs(sound)
  if (promised === undefined) return
  if (durationMs < promised - (sound.lossless ? exactMs : lossyMs))
    throw new AudioError(
      'truncated',
      `the file is cut short: ${seconds(durationMs)} of ${seconds(promised)} are there`,
    )
}

/**
 * The length that the headers promise; none where they only guess.
 * An Ogg stream may begin at any position (a recorded broadcast does), so its last one is no length.
 */
function promisedMs({
  samples,
  sampleRate,
  durationMs,
  lossless,
  container = '',
}: AudioProperties) {
  if (/ogg|mpeg/i.test(container)) return undefined
  if (samples && sampleRate) return (samples / sampleRate) * 1000
  if (lossless || /m4a|mp4|isom|qt/i.test(container)) return durationMs
  return undefined
}

/** Throws SoundError for a silent file; returns notes on what is strange and no reason to refuse it. */
export function checkContent(heard: Analysis, sound: AudioProperties): readonly string[] {
  const { silentPart, loudness, cutHz, durationMs } = heard
  if (silentPart > mostlySilent || (!loudness && durationMs > 3000))
    throw new AudioError(
      'silent',
      silentPart > 0.99 || !loudness
        ? 'there is nothing but silence in it'
        : `${percent(silentPart)} of it are silence`,
    )
  const notes: string[] = []
  if (silentPart > partlySilent) notes.push(`${percent(silentPart)} of it are silence`)
  if (cutHz !== undefined && cutHz < honestCut(sound))
    notes.push(
      `nothing above ${(cutHz / 1000).toFixed(1)} kHz: made from a lossy file, though it looks like ${sound.lossless ? 'a lossless one' : `${Math.round((sound.bitRate ?? 0) / 1000)} kbit/s`}`,
    )
  return notes
}

/** Where encoders cut by themselves at such a bit rate: LAME at 256 kbit/s and more not below 19 kHz. */
const honestCut = ({ lossless }: AudioProperties) => (lossless ? Number.POSITIVE_INFINITY : 18_000)

/**
 * Throws SoundError when the sound is not as long as the host of the recording said; or, where that was
 * nothing or wrong, as the playlist says.
 */
export function checkLength(
  durationMs: number,
  { recording, track }: { readonly recording: Recording; readonly track: Track },
): void {
  const told = recording.durationMs
  const keepsWord = told !== undefined && isWithin(durationMs, told, 3000, 0.02)
  if (keepsWord) return
  const isRemote = recording.media?.kind === 'remote'
  if (isRemote && told !== undefined)
    throw new AudioError(
      'wrong-length',
      `it is ${seconds(durationMs)} long, and ${recording.source} says ${seconds(told)}`,
    )
  if (track.durationMs !== undefined && !isWithin(durationMs, track.durationMs, 10_000, 0.05))
    throw new AudioError(
      'wrong-length',
      `it is ${seconds(durationMs)} long, and the playlist says ${seconds(track.durationMs)}`,
    )
}

const isWithin = (ms: number, of: number, least: number, part: number) =>
  Math.abs(ms - of) <= Math.max(least, of * part)

/**
 * Throws SoundError when the sound is not, or not surely, the recording that the fingerprint was made of: what
 * lies between is another take or master, or one that was pitched. Where nothing can be told, nothing is said.
 */
export function checkIdentity(
  { fingerprint }: Analysis,
  reference: ComparedFingerprint | undefined,
): void {
  if (!reference || !fingerprint) return
  const compared = compareFingerprints(reference, fingerprint)
  if (!compared || compared.likeness === 'same') return
  const verdict = compared.likeness === 'different' ? 'is' : 'may be'
  throw new AudioError(
    'wrong-sound',
    `this ${verdict} another recording: ${percent(compared.errorRate)} of its fingerprint differ from the copy that was kept before; to take it nevertheless, back up with --replace`,
  )
}

const percent = (part: number) => `${Math.round(part * 100)} %`
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
