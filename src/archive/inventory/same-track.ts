import type { Track } from '../../model/track.ts'

/** What a track can be found by: tracks that are the same share at least one. */
export function trackFacts({ title, artists, album, uri, isrc }: Track): string[] {
  const facts = [JSON.stringify(['text', title, artists, album ?? ''])]
  if (uri !== undefined) facts.push(JSON.stringify(['uri', uri, title]))
  if (isrc !== undefined) facts.push(JSON.stringify(['isrc', isrc, title]))
  return facts
}

/** Two tracks that are decided about, and kept, as one. */
export function isAboutSame(a: Track, b: Track): boolean {
  const facts = new Set(trackFacts(a))
  return trackFacts(b).some((fact) => facts.has(fact)) && isSameTrack(a, b)
}

/** Playlists round lengths to seconds, each in its own way. */
const SAME_LENGTH_MS = 2000

/**
 * Two tracks that share a fact are the same, unless something else tells them apart: an album may
 * have two tracks called "Interlude". One address names one track, whatever else its text says.
 */
export function isSameTrack(a: Track, b: Track): boolean {
  if (a.uri !== undefined && a.uri === b.uri) return true
  const differ = (left: unknown, right: unknown) =>
    left !== undefined && right !== undefined && left !== right
  return !(
    differ(a.isrc, b.isrc) ||
    differ(a.trackNumber, b.trackNumber) ||
    differ(a.discNumber, b.discNumber) ||
    (a.durationMs !== undefined &&
      b.durationMs !== undefined &&
      Math.abs(a.durationMs - b.durationMs) > SAME_LENGTH_MS)
  )
}
