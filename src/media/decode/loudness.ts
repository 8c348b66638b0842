import type { AlbumGain, Loudness } from '../../model/media.ts'

/** ReplayGain 2.0, https://wiki.hydrogenaudio.org/index.php?title=ReplayGain_2.0_specification */
const referenceLufs = -18
/** The absolute gate of EBU R128: what lies below was not measured. */
const gateLufs = -70

/** None where there was nothing to measure: silence, or less than 0.4 s. */
export function makeLoudness(measured: {
  readonly integratedLufs: number
  readonly rangeLu: number
  readonly peakDb: number
}): Loudness | undefined {
  const { integratedLufs, rangeLu, peakDb } = measured
  if (!(integratedLufs > gateLufs)) return undefined
  return {
    integratedLufs,
    rangeLu,
    peak: 10 ** (peakDb / 20),
    gainDb: gainOf(integratedLufs),
  }
}

/**
 * Of the tracks of an album together: the mean of their energies by their lengths. It stands for the loudness
 * of the album in one piece, from which it differs by what the gate leaves out in the quieter tracks. As exact as
 * tags have it.
 */
export function albumGain(
  tracks: readonly { readonly loudness?: Loudness; readonly durationMs: number }[],
): AlbumGain | undefined {
  let energy = 0
  let length = 0
  let peak = 0
  for (const { loudness, durationMs } of tracks) {
    if (!loudness) continue
    energy += durationMs * 10 ** (loudness.integratedLufs / 10)
    length += durationMs
    peak = Math.max(peak, loudness.peak)
  }
  if (length === 0) return undefined
  return { gainDb: gainOf(10 * Math.log10(energy / length)), peak: Math.round(peak * 1e6) / 1e6 }
}

const gainOf = (lufs: number) => Math.round((referenceLufs - lufs) * 100) / 100
