import { PARTS, type SegmentPart } from '../format/layout.ts'
import type { IndexSummary } from '../format/manifest.ts'
import type { Gathered } from './gather.ts'
import { measureParts } from './measure-parts.ts'
import type { BuildOptions, SkippedExample } from './options.ts'
import { Scatter } from './scatter.ts'
import { readInputs } from './steps/read-inputs.ts'
import { openTables } from './steps/tables.ts'
import { writeArtists } from './steps/write-artists.ts'
import { writePostings } from './steps/write-postings.ts'
import { writeRuns } from './steps/write-runs.ts'
import { WorkDirectory } from './work-directory.ts'

/** Memory for rows that are read and wait to be written out, in bytes. */
const ROW_MEMORY = 256 * 2 ** 20

export interface IndexReport {
  readonly index: IndexSummary
  readonly skipped: readonly SkippedExample[]
}

/**
 * The steps of a build: read the inputs, write the runs, the artists, the tables of postings.
 * What a step leaves for the next lies in the work directory; its journal says which steps are done.
 */
export async function buildIndex(options: BuildOptions): Promise<IndexReport> {
  const work = new WorkDirectory(options)
  try {
    const rows = new Scatter(work.folder, 'rows', ROW_MEMORY)
    const gathered = await readInputs(options.inputs, rows, work)
    const tables = openTables(work)
    const ends = await writeRuns(rows, gathered, tables, work)
    const artists = await writeArtists(ends, tables, work)
    const { titleRows, isrcRows, neighbourRows } = work.journal
    await writePostings('titles', tables.titles, titleRows ?? 0, work)
    await writePostings('isrcs', tables.isrcs, isrcRows ?? 0, work)
    await writePostings('neighbours', tables.neighbours, neighbourRows ?? 0, work)
    return finish(gathered, artists, work)
  } finally {
    work.abandon()
  }
}

function finish(gathered: Gathered, artists: number, work: WorkDirectory): IndexReport {
  const index = {
    build: work.journal.build,
    tracks: gathered.tracks,
    artists,
    bytes: measureParts(work.segments, Object.keys(PARTS) as SegmentPart[]),
    inputs: gathered.inputs,
    licences: gathered.licences,
    builtAt: new Date().toISOString(),
    buildSeconds: Math.round(work.seconds * 10) / 10,
  }
  work.moveOut()
  return { index, skipped: gathered.examples }
}
