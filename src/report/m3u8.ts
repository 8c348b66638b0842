import { posix } from 'node:path'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Outcome, Report } from '../model/outcome.ts'
import { say } from '../words/say.ts'
import type { Words } from '../words/words.ts'
import { m3u8 } from './playlists/m3u8.ts'
import type { ExportedEntry } from './playlists/writer.ts'
import { findUnreached } from './summary.ts'
import { whyMissing } from './why-missing.ts'

/**
 * An extended M3U playlist in UTF-8: what is kept by relative paths, every other track as a comment in its place.
 * `folder` is where the playlist file will lie, relative to the archive, `/` between folders.
 */
export function renderM3u8(report: Report, folder: string, words: Words): string {
  const { playlist, outcomes } = report
  const reached = outcomes.map(
    (outcome) => [outcome.position, describe(outcome, folder, words)] as const,
  )
  const unreached = findUnreached(report).map(
    (entry) =>
      [entry.position, entry.kind === 'track' ? { track: entry.track } : undefined] as const,
  )
  const entries = [...reached, ...unreached]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, entry]) => entry ?? [])
  return m3u8.write({ name: playlist.name, entries })
}

function describe(outcome: Outcome, folder: string, words: Words): ExportedEntry | undefined {
  if ('kept' in outcome) return describeKept(outcome.kept, folder)
  if (outcome.kind === 'skipped') return undefined
  const why = whyMissing(outcome)
  return { track: outcome.track, missing: why && say(why, words) }
}

/** The playlist's words, and in their gaps what was found. */
function describeKept(
  { track, chosen, durationMs, path }: ArchivedFile,
  folder: string,
): ExportedEntry {
  const album = track.album ?? chosen.album
  const artists = track.artists.length > 0 ? track.artists : chosen.artists
  const file = posix.relative(posix.join('/', folder), posix.join('/', path))
  return { track: { ...track, artists, durationMs, album }, file }
}
