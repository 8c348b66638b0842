import { reason } from '../../model/reason.ts'
import { listAtRisk } from '../../report/long-tail/lists/at-risk.ts'
import type { TailRecording } from '../../report/long-tail/lists/tail-recording.ts'
import { listNext } from '../../report/long-tail/lists/what-next.ts'
import type { LongTail } from '../../report/long-tail/long-tail.ts'
import { TailMeasure } from '../../report/long-tail/measure/tail-measure.ts'
import { type ArchiveContent, readArchive } from './read-archive.ts'
import { type PlayedTracks, readPlays } from './read-plays.ts'
import { assembleRecordings } from './recordings.ts'

export interface ListeningOptions {
  /** Folders of archives. */
  readonly archives: readonly string[]
  /** Files or folders of a listening history; `-` is standard input. */
  readonly history: readonly string[]
  readonly stdin?: AsyncIterable<Uint8Array>
  readonly signal?: AbortSignal
}

/**
 * The long tail of archives, weighed by a listening history, or by what the archives know themselves. Writes nothing.
 * UserError where a folder is no archive, or the history tells of no plays.
 */
export async function measureListening(options: ListeningOptions): Promise<LongTail> {
  const { archives, history, stdin, signal } = options
  const contents: ArchiveContent[] = []
  for (const dir of archives) contents.push(await readArchive(dir, signal))
  const played = history.length > 0 ? await readPlays(history, { stdin, signal }) : undefined
  return describeTail(contents, played, history.join(', '))
}

/** The same of what was read already. `source`: what the history is called. */
export function describeTail(
  archives: readonly ArchiveContent[],
  played: PlayedTracks | undefined,
  source?: string,
): LongTail {
  const { weighed, recordings } = assembleRecordings(archives, played?.tracks)
  const measure = new TailMeasure()
  for (const recording of recordings) measure.add({ ...recording, kept: howKept(recording) })
  const measured = measure.result()
  const { rows, count, withdrawn } = listAtRisk(recordings)
  const { estimated } = measured.storage
  return {
    weighed,
    archives: archives.map(({ name }) => name),
    source: played && source,
    at: new Date().toISOString(),
    ...measured,
    atRisk: rows,
    atRiskCount: count,
    withdrawnCount: withdrawn,
    next: listNext(recordings),
    notes: [
      ...(weighed === 'entries' ? [reason('app.tail-counts-entries')] : []),
      ...archives.flatMap(({ notes }) => notes),
      ...(played?.notes ?? []),
      ...(estimated > 0 ? [reason('app.tail-sizes-estimated', { tracks: estimated })] : []),
    ],
  }
}

const howKept = ({ kept }: TailRecording) =>
  kept && (kept.isExact ? ('exactly' as const) : ('by-names' as const))
