import { basename, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Catalogue } from '../../catalogue/catalogue.ts'
import { describeCatalogue } from '../../catalogue/info.ts'
import { scanCatalogue } from '../../catalogue/scan.ts'
import { rank } from '../../match/rank.ts'
import { type Reason, reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { listAtRisk } from '../../report/long-tail/lists/at-risk.ts'
import { Best } from '../../report/long-tail/lists/best.ts'
import type { TailRecording } from '../../report/long-tail/lists/tail-recording.ts'
import { listNext } from '../../report/long-tail/lists/what-next.ts'
import type { LongTail } from '../../report/long-tail/long-tail.ts'
import { TailMeasure } from '../../report/long-tail/measure/tail-measure.ts'
import { UserError } from '../../words/user-error.ts'
import { type ArchiveContent, readArchive } from './read-archive.ts'
import { assembleRecordings } from './recordings.ts'

export interface CatalogueTailOptions {
  readonly folder: string
  /** Folders of archives: which of the catalogue's recordings they keep. */
  readonly archives: readonly string[]
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** As the largest catalogue described in public has them: 160 kbit/s, three and a half minutes where no length is known. */
const BYTES_PER_MS = 20
const USUAL_LENGTH_MS = 210_000

/** The page shows a hundred; of what is kept some fall away. */
const CANDIDATES = 300
const ROWS_A_TURN = 10_000

/**
 * The long tail of a catalogue, weighed by its figures of popularity, in bounded memory; with archives, what they keep of
 * it. Writes nothing. UserError where there is no catalogue, or nothing in it has a popularity.
 */
export async function measureCatalogue(options: CatalogueTailOptions): Promise<LongTail> {
  const { folder, archives, signal } = options
  const { tracks, indexes } = describeCatalogue(folder)
  const contents: ArchiveContent[] = []
  for (const dir of archives) contents.push(await readArchive(dir, signal))
  const kept = findInCatalogue(folder, contents)
  const measure = new TailMeasure()
  const best = new Best<Recording>(CANDIDATES)
  let done = 0
  for (const { body, whole } of scanCatalogue(folder)) {
    if (++done % ROWS_A_TURN === 0) {
      await setImmediate()
      signal?.throwIfAborted()
      options.onProgress?.(done, tracks)
    }
    const { popularity = Number.NaN, durationMs } = body
    const bytes = sizeOf(durationMs)
    const how = kept.get(keyOf(body))
    measure.add({ plays: popularity, bytes, isEstimate: true, kept: how })
    if (how === undefined && popularity > 0) best.add(popularity / bytes, whole)
  }
  const measured = measure.result()
  if (measured.all.tracks === 0) throw new UserError(reason('app.tail-no-popularity'))
  const { rows, count, withdrawn } = listAtRisk(assembleRecordings(contents, undefined).recordings)
  return {
    weighed: 'popularity',
    archives: contents.map(({ name }) => name),
    source: basename(resolve(folder)),
    at: new Date().toISOString(),
    ...measured,
    atRisk: rows,
    atRiskCount: count,
    withdrawnCount: withdrawn,
    next: listNext(best.all().map(asTailRecording)),
    notes: [...noteOn(measured, indexes.length), ...contents.flatMap(({ notes }) => notes)],
  }
}

function noteOn(
  { uncounted, storage }: Pick<LongTail, 'uncounted' | 'storage'>,
  indexes: number,
): readonly Reason[] {
  return [
    ...(uncounted > 0 ? [reason('app.tail-uncounted', { tracks: uncounted })] : []),
    ...(indexes > 1 ? [reason('app.tail-several-indexes', { indexes })] : []),
    reason('app.tail-sizes-estimated', { tracks: storage.estimated }),
  ]
}

type HowKept = 'exactly' | 'by-names'

/** The catalogue's records of what is kept whole, by `match`; a doubt is no find. */
function findInCatalogue(folder: string, archives: readonly ArchiveContent[]) {
  const found = new Map<string, HowKept>()
  if (archives.length === 0) return found
  using catalogue = new Catalogue([folder])
  for (const { file, isWhole } of archives.flatMap(({ files }) => files)) {
    if (!isWhole) continue
    const { decision, matches } = rank(file.track, catalogue.lookUp(file.track))
    const [first] = matches
    if (decision !== 'match' || !first) continue
    const { isrc } = first.recording
    const how = isrc !== undefined && isrc === file.track.isrc ? 'exactly' : 'by-names'
    found.set(keyOf(first.recording), how)
  }
  return found
}

const keyOf = ({ source, id }: Pick<Recording, 'source' | 'id'>) => `${source}\0${id}`

const sizeOf = (durationMs = USUAL_LENGTH_MS) => Math.round(durationMs * BYTES_PER_MS)

const asTailRecording = (recording: Recording): TailRecording => ({
  track: recording,
  plays: recording.popularity ?? 0,
  bytes: sizeOf(recording.durationMs),
  isEstimate: true,
  places:
    recording.url === undefined
      ? []
      : [{ kind: 'service', name: recording.source, url: recording.url }],
})
