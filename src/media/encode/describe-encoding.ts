import { type Reason, reason } from '../../model/reason.ts'
import type { AudioProperties } from '../../tags/read/probe-file.ts'
import type { Analysis } from '../decode/decode.ts'
import type { AudioFormatSpec } from '../formats.ts'
import type { MeasuredFile } from './measure-encoded.ts'

/** A note where the source has lost something already. */
export function describeLoss(
  { name: format }: AudioFormatSpec,
  { lossless, codec }: AudioProperties,
): readonly Reason[] {
  if (lossless || codec === undefined || codec === 'PCM') return []
  if (format === 'FLAC') return [reason('media.lossless-from-lossy', { codec, format })]
  return [reason('media.lossy-twice', { codec })]
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
