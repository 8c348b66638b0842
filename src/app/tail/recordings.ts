import type { Track } from '../../model/track.ts'
import type { TailRecording } from '../../report/long-tail/lists/tail-recording.ts'
import type { Weighed } from '../../report/long-tail/long-tail.ts'
import { Drafts } from './draft.ts'
import { describeKept, describeMissing, placesOf } from './holders.ts'
import type { ArchiveContent } from './read-archive.ts'

export interface AssembledRecordings {
  readonly weighed: Weighed
  readonly recordings: readonly TailRecording[]
}

/**
 * Every recording that the history or an archive names, once, with its plays, its files and who else has it. Without a
 * history the plays are those that the archive's reports tell; without any of these each entry of a list counts once.
 */
export function assembleRecordings(
  archives: readonly ArchiveContent[],
  history: readonly Track[] | undefined,
): AssembledRecordings {
  const drafts = new Drafts()
  for (const [at, { files }] of archives.entries())
    for (const state of files) drafts.addFile(at, state)
  for (const [at, { rows }] of archives.entries()) for (const row of rows) drafts.addRow(at, row)
  for (const track of history ?? []) drafts.addPlayed(track)
  for (const { withdrawn } of archives)
    for (const { track, at } of withdrawn) drafts.addWithdrawn(track, at)
  const all = drafts.all()
  const isCounted = history !== undefined || all.some(({ told }) => told > 0)
  const estimate = makeEstimate(archives)
  return {
    weighed: isCounted ? 'plays' : 'entries',
    recordings: all.map((draft): TailRecording => {
      const kept = describeKept(draft)
      const bytes = draft.whole[0]?.state.file.bytes
      const asked = history === undefined ? draft.told : draft.plays
      return {
        track: draft.track,
        plays: isCounted ? asked : draft.entries,
        bytes: bytes ?? estimate(draft.track),
        isEstimate: bytes === undefined ? true : undefined,
        kept,
        withdrawnAt: draft.withdrawnAt,
        places: placesOf(draft),
        missing: kept ? undefined : describeMissing(draft),
      }
    }),
  }
}

/** Where nothing is kept yet: 160 kbit/s, and a song of three and a half minutes. */
const USUAL_BYTES_PER_MS = 20
const USUAL_LENGTH_MS = 210_000

/** The size that a track would have, going by those that are kept. */
function makeEstimate(archives: readonly ArchiveContent[]): (track: Track) => number {
  let [bytes, durationMs, files] = [0, 0, 0]
  for (const { file } of archives.flatMap((each) => each.files)) {
    bytes += file.bytes
    durationMs += file.durationMs
    files++
  }
  const perMs = durationMs > 0 ? bytes / durationMs : USUAL_BYTES_PER_MS
  const usualMs = files > 0 && durationMs > 0 ? durationMs / files : USUAL_LENGTH_MS
  return (track) => Math.round((track.durationMs ?? usualMs) * perMs)
}
