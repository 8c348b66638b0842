import { setImmediate } from 'node:timers/promises'
import type { Archive } from '../archive/archive.ts'
import { streamEvents } from '../base/events.ts'
import { inParallel } from '../base/parallel.ts'
import { inSpan, tellMoment } from '../base/telemetry/span.ts'
import type { Outcome, Report } from '../model/outcome.ts'
import type { Entry, Playlist } from '../model/playlist.ts'
import type { Progress, ReportFiles } from '../model/progress.ts'
import { reasonOf } from '../model/reason.ts'
import { renderHtml } from '../report/html/report.ts'
import { renderJson } from '../report/json/report.ts'
import { renderM3u8 } from '../report/m3u8.ts'
import { en } from '../words/en/index.ts'
import { StorageError } from '../words/user-error.ts'
import type { BackupContext, RunContext } from './context.ts'
import { Finaliser } from './finalise/finalise.ts'
import { readHeldOut } from './held-out.ts'
import { recordChanges, restoreHistory } from './history.ts'
import { listsOf } from './identity/archived-lists.ts'
import { identify } from './identity/identify.ts'
import { nameByTags } from './name-by-tags.ts'
import { Scheduler } from './scheduler.ts'
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
  context: BackupContext,
  signal: AbortSignal,
): AsyncGenerator<Progress> {
  const startedAt = new Date().toISOString()
  const identified = await identifyOne(given, context.archive)
  context.archive.noteList(identified)
  const named = await nameByTags(identified, context.sources, signal)
  const { playlist, changes } = await restoreHistory(named, context.archive)
  const { entries, archive } = context
  const heldOut =
    entries === undefined
      ? undefined
      : await readHeldOut(playlist, archive.folderOf(playlist), entries, archive)
  yield { kind: 'playlist', playlist }
  const outcomes = yield* streamEvents<Progress, readonly Outcome[]>((emit, left) =>
    backUpEntries({
      ...context,
      playlist,
      emit,
      note: (event) => context.remaining?.note(event),
      signal: AbortSignal.any([signal, left]),
      scheduler: new Scheduler(context.width),
      underway: new Map(),
      heldOut,
    }),
  )
  const report: Report = {
    playlist,
    outcomes,
    startedAt,
    finishedAt: new Date().toISOString(),
    stopped: outcomes.length < playlist.entries.length,
    dryRun: context.dryRun,
    asked: context.asked,
    hosts: context.http?.contacted ?? [],
    refusedRequests: context.http?.refused ?? [],
    unavailable: context.breaker.unavailable,
    network: context.breaker.network,
    libraryNotes: context.libraryNotes,
    archiveNotes: context.archive.notes.length > 0 ? context.archive.notes : undefined,
    changes,
  }
  yield { kind: 'report', report, files: context.dryRun ? {} : await storeReport(report, context) }
}

/** Whose newer version it is, where that has not been found out yet. */
async function identifyOne(given: Playlist, archive: Archive): Promise<Playlist> {
  if (given.id !== undefined) return given
  const [identified = given] = await identify([given], listsOf(archive))
  return identified
}

/** Several entries at a time; each outcome is told once its file is final. */
async function backUpEntries(run: RunContext): Promise<readonly Outcome[]> {
  const { entries } = run.playlist
  const outcomes: Outcome[] = []
  const tracks = entries.flatMap((entry) => (entry.kind === 'track' ? [entry.track] : []))
  for (const provider of run.lookUps) provider.prepareFor?.(tracks)
  using _ = run.breaker.listen(run.emit)
  using __ = run.remaining?.tell((remainingMs) => run.emit({ kind: 'remaining', remainingMs }))
  const finaliser = new Finaliser(entries, run, (outcome) => {
    outcomes.push(outcome)
    tellMoment('entry', { outcome: outcome.kind })
    run.emit({ kind: 'outcome', outcome })
  })
  try {
    const { lookAhead } = run.scheduler
    for await (const { position, outcome } of inParallel(entries, lookAhead, (entry, index) =>
      backUpEntry(entry, index, run),
    ))
      await finaliser.settle(position, outcome)
    await finaliser.finish()
  } catch (error) {
    finaliser.tellAsIs()
    throw error
  }
  return outcomes.toSorted((a, b) => a.position - b.position)
}

interface Settled {
  readonly position: number
  /** None when the run was stopped before this entry's end. */
  readonly outcome?: Outcome
}

async function backUpEntry(entry: Entry, index: number, run: RunContext): Promise<Settled> {
  const { position } = entry
  let toFinish = false
  using turn = await run.scheduler.begin(index)
  try {
    // Thousands of quick misses in a row must leave a turn to others: to an abort, and to who reads the events.
    if (index % ENTRIES_A_TURN === 0) await setImmediate()
    if (run.signal.aborted) return { position }
    if (entry.kind === 'skipped') return { position, outcome: entry }
    const before = run.heldOut?.get(position)
    if (before) return { position, outcome: before }
    run.note({ kind: 'searching', position })
    const onAsk = () => run.note({ kind: 'asking', position })
    const outcome = await inSpan('track', {}, async (observed) => {
      const ended = await backUpTrack(entry, turn, { ...run, onAsk })
      observed.outcome = ended.kind
      return ended
    })
    toFinish = outcome.kind === 'kept'
    return { position, outcome }
  } catch (thrown) {
    if (run.signal.aborted) return { position }
    // Whatever failed, failed because of that.
    const error = await run.archive.checkRoot().then(
      () => thrown,
      (gone: unknown) => gone,
    )
    if (error instanceof StorageError) run.scheduler.stop(error)
    if (entry.kind === 'skipped' || error instanceof StorageError) throw error
    const { track } = entry
    return { position, outcome: { kind: 'failed', position, track, reason: reasonOf(error) } }
  } finally {
    run.note({ kind: 'ended', position, toFinish })
  }
}

const ENTRIES_A_TURN = 32

async function storeReport(
  report: Report,
  { archive, words = en }: BackupContext,
): Promise<ReportFiles> {
  const folder = archive.folderOf(report.playlist)
  await recordChanges(folder, report.finishedAt, report.changes, archive)
  const files = {
    playlist: await archive.writeText(folder, 'playlist.m3u8', renderM3u8(report, folder, words)),
    json: await archive.writeText(folder, 'report.json', renderJson(report)),
    html: await archive.writeText(folder, 'report.html', renderHtml(report, words, folder)),
  }
  await archive.checkpoint()
  return files
}
