import { type Reason, reason } from '../../model/reason.ts'
import type { AudioProperties } from '../../tags/read/probe-file.ts'
import { correctBy, isDsd } from '../decode/audio-stream.ts'
import type { Analysis } from '../decode/decode.ts'
import type { AudioFormatSpec } from '../formats.ts'
import type { MeasuredFile } from './measure-encoded.ts'

/** A note where the source has lost something already. */
export function describeLoss(
  { name: format }: AudioFormatSpec,
  { lossless, codec }: AudioProperties,
): readonly Reason[] {
  if (lossless || codec === undefined) return []
  if (format === 'FLAC') return [reason('media.lossless-from-lossy', { codec, format })]
  return [reason('media.lossy-twice', { codec })]
}

/** Notes where FLAC has other bits than the source: it has no floating point, and FFmpeg writes 24 bits at most. */
export function describeDepth(
  { name: format }: AudioFormatSpec,
  { source, writtenDepth: bits, loudness }: Analysis,
  audio: AudioProperties,
): readonly Reason[] {
  if (format !== 'FLAC' || !source || typeof bits !== 'number') return []
  if (!correctBy(audio, source).lossless) return []
  if (isDsd(source)) return [reason('media.bits-from-dsd', { bits })]
  if (source.depth !== 'float')
    return bits < source.depth ? [reason('media.bits-fewer', { from: source.depth, bits })] : []
  const notes = [reason('media.bits-from-float', { bits })]
  // Above full scale there are no integers.
  const peak = loudness?.peak ?? 0
  return peak > 1 ? [...notes, reason('media.clipped', { peak })] : notes
}

/** Notes where the format could not take the sample rate or the channels. */
export function describeChanges(
  { name: format }: AudioFormatSpec,
  { sampleRate, sourceLayout: layout, written }: Analysis,
  encoded: MeasuredFile,
): readonly Reason[] {
  const notes: Reason[] = []
  if (sampleRate !== encoded.sampleRate)
    notes.push(reason('media.resampled', { fromHz: sampleRate, toHz: encoded.sampleRate, format }))
  const becomes = written?.layout ?? layout
  if (becomes === layout) return notes
  notes.push(
    becomes === 'stereo' || becomes === 'mono'
      ? reason('media.downmixed', { layout, format })
      : reason('media.remapped', { layout, becomes, format }),
  )
  return notes
}
