import { setImmediate } from 'node:timers/promises'
import { streamEvents } from '../base/events.ts'
import { inParallel } from '../base/parallel.ts'
import { Sequencer } from '../base/sequencer.ts'
import type { Outcome, Report } from '../model/outcome.ts'
import type { Entry, Playlist } from '../model/playlist.ts'
import type { Progress, ReportFiles } from '../model/progress.ts'
import { renderHtml } from '../report/html/report.ts'
import { renderJson } from '../report/json/report.ts'
import { renderM3u8 } from '../report/m3u8.ts'
import { en } from '../words/en/index.ts'
import { StorageError } from '../words/user-error.ts'
import { writeAlbumGain } from './album-gain.ts'
import type { BackupContext, RunContext } from './context.ts'
import { layCovers } from './covers.ts'
import { recordChanges, restoreHistory } from './history.ts'
import { backUpTrack } from './track.ts'

export type { BackupContext } from './context.ts'

/**
 * The walk: backs up one playlist, telling what happens as it happens.
 *
 * An entry that fails becomes an outcome with its reason; only a place that can keep nothing more
 * (StorageError) ends the run. An abort ends it early, with a report on what was reached.
 */
export async function* backUp(
  given: Playlist,
  setup: BackupContext,
  signal: AbortSignal,
): AsyncGenerator<Progress> {
  const startedAt = new Date().toISOString()
  const { playlist, changes } = await restoreHistory(given, setup.archive)
  yield { kind: 'playlist', playlist }
  const outcomes = yield* streamEvents<Progress, readonly Outcome[]>(async (emit, left) => {
    const either = AbortSignal.any([signal, left])
    const shared = {
      playlist,
      emit,
      signal: either,
      sequencer: new Sequencer(),
      underway: new Map(),
    }
    const run = { ...setup, ...shared }
    return await writeAlbumGain(await backUpEntries(run), run)
  })
  const report: Report = {
    playlist,
    outcomes,
    startedAt,
    finishedAt: new Date().toISOString(),
    stopped: outcomes.length < playlist.entries.length,
    dryRun: setup.dryRun,
    hosts: setup.http?.contacted ?? [],
    refusedRequests: setup.http?.refused ?? [],
    unavailable: setup.breaker.unavailable,
    changes,
  }
  yield { kind: 'report', report, files: setup.dryRun ? {} : await storeReport(report, setup) }
}

async function backUpEntries(run: RunContext): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for await (const outcome of inParallel(run.playlist.entries, run.width, (entry, turn) =>
    backUpEntry(entry, turn, run),
  )) {
    if (!outcome) continue
    outcomes.push(outcome)
    run.emit({ kind: 'outcome', outcome })
  }
  return outcomes.toSorted((a, b) => a.position - b.position)
}

/** Nothing when the run was stopped before this entry's end. */
async function backUpEntry(
  entry: Entry,
  turn: number,
  run: RunContext,
): Promise<Outcome | undefined> {
  try {
    // Thousands of quick misses in a row must leave others a turn: who asks to stop, and who listens.
    if (turn % BREATH === 0) await setImmediate()
    if (run.signal.aborted) return undefined
    return entry.kind === 'skipped' ? entry : await backUpTrack(entry, turn, run)
  } catch (error) {
    if (run.signal.aborted) return undefined
    if (entry.kind === 'skipped' || error instanceof StorageError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', position: entry.position, track: entry.track, reason }
  } finally {
    run.sequencer.pass(turn)
  }
}

/** Entries between two breaths. */
const BREATH = 32

async function storeReport(
  report: Report,
  { archive, layCovers: asked, words = en }: BackupContext,
): Promise<ReportFiles> {
  if (asked) await layCovers(report.outcomes, archive)
  const folder = archive.folderOf(report.playlist.name)
  await recordChanges(folder, report.finishedAt, report.changes, archive)
  const files = {
    playlist: await archive.writeText(folder, 'playlist.m3u8', renderM3u8(report, folder)),
    json: await archive.writeText(folder, 'report.json', renderJson(report)),
    html: await archive.writeText(folder, 'report.html', renderHtml(report, words, folder)),
  }
  await archive.checkpoint()
  return files
}
