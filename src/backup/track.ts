import type { Fingerprint } from '../model/media.ts'
import type { Outcome } from '../model/outcome.ts'
import type { TrackEntry } from '../model/playlist.ts'
import type { Stage } from '../model/progress.ts'
import { reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import { findConflict } from './conflicting-candidates.ts'
import type { RunContext } from './context.ts'
import { type CopyRequest, copyFirstValid, FingerprintDoubtError } from './copy.ts'
import { findChosen, findKept, isAsDecided, noteMissing, reportNoneChosen } from './decide.ts'
import { isNamed } from './name-by-tags.ts'
import { linksOf, reportNoCopy } from './no-copy.ts'
import { asKept, inReview, recheckKept } from './recheck-kept.ts'
import { soundOf } from './remaining/sound.ts'
import type { Turn } from './scheduler.ts'
import { findInEitherOrder } from './search/either-order.ts'
import { findRecording } from './search/search.ts'
import { type Candidate, mayCopy, type Search } from './search/search-result.ts'

/** One track: what is kept for it already and what the user decided come first, then it is searched for. */
export async function backUpTrack(
  entry: TrackEntry,
  turn: Turn,
  run: RunContext,
): Promise<Outcome> {
  const { track, position } = entry
  const decision = run.archive.decisionFor(track)
  const before = await findKept(track, decision, run)
  if (before && isAsDecided(before, decision))
    return await recheckKept(entry, before, decision, run)

  await run.admit?.()
  run.signal.throwIfAborted()
  run.emit({ kind: 'stage', position, track, stage: 'searching' })
  const find = run.playlist.nameOrder === 'unsure' ? findInEitherOrder : findRecording
  const keepAny = async () => await keepFound(entry, turn, await find(track, run, run.signal), run)
  if (!decision) return await keepAny()
  const { choice, decidedAt } = decision
  if (choice.kind === 'none') return await reportNoneChosen(entry, decidedAt, before, run)
  const chosen = await findChosen(track, { choice, decidedAt, wrong: before }, run)
  if (chosen) return await keepFound(entry, turn, chosen, run)
  return noteMissing(before ? asKept(entry, before) : await keepAny(), choice, decidedAt)
}

/** Copies what was found, if it is sure, may be copied, and no other file fits as well. */
async function keepFound(
  entry: TrackEntry,
  turn: Turn,
  search: Search,
  run: RunContext,
): Promise<Outcome> {
  const { track, position } = entry
  const { result } = search
  const candidates = result.candidates.filter(mayCopy)
  const [best] = candidates
  if (!best) return reportNoCopy(entry, result, run.http !== undefined)
  // What was kept before tells which recording is right, unless its file is named.
  const reference =
    run.replace || result.override || isNamed(best.match.recording)
      ? undefined
      : run.archive.listFor(track).find((kept) => kept.fingerprint)?.fingerprint
  const conflict = reference ? undefined : await findConflict(candidates, run)
  if (conflict) {
    const { matches } = result
    const links = linksOf(result)
    return { kind: 'ambiguous', position, track, candidates: matches, reason: conflict, links }
  }
  if (run.dryRun) return { kind: 'would-keep', position, track, ...best }
  return await keepBest(entry, turn, { best, search, reference }, run)
}

interface Chosen {
  readonly best: Candidate
  readonly search: Search
  readonly reference?: Fingerprint
}

/**
 * Waits for its turn in the playlist's order before it takes a name, so that names are the same on every run; then,
 * among those that have names, until it may be made.
 */
async function keepBest(
  entry: TrackEntry,
  turn: Turn,
  { best, search, reference }: Chosen,
  run: RunContext,
): Promise<Outcome> {
  const { track, position } = entry
  const { match } = best
  run.note({ kind: 'found', position, sound: soundOf(match.recording, track, run.options) })
  await turn.awaitName()
  const key = keyOf(match.recording)
  const underway = run.underway.get(key)
  if (underway) {
    turn.pass()
    return asKept(entry, await underway, sameRecording)
  }
  const same = await run.archive.findRecording(match.recording, run.options)
  if (same?.doubt) return inReview(entry, same, same.doubt)
  if (same) return asKept(entry, same, sameRecording)
  const { override } = search.result
  const links = linksOf(search.result)
  const stem = run.archive.plan(run.playlist, position, track, match.recording, override?.wrong)
  const tell = (stage: Stage) => {
    run.emit({ kind: 'stage', position, track, stage })
    const kind = works[stage]
    if (kind) run.note({ kind, position })
  }
  const onProgress = (soundMs: number) => run.note({ kind: 'made', position, soundMs })
  const durationMs = match.recording.durationMs ?? track.durationMs
  const request = { track, stem, search, reference, tell, onProgress }
  const copied = copyInTurn(request, durationMs, turn, run)
  run.underway.set(key, copied)
  turn.pass()
  try {
    const notes = search.turned ? [...match.notes, reason('backup.names-turned')] : match.notes
    return { kind: 'kept', position, track, kept: await copied, notes }
  } catch (error) {
    if (error instanceof FingerprintDoubtError)
      return { kind: 'review', position, track, ...error.candidate, links }
    throw error
  }
}

async function copyInTurn(
  request: CopyRequest,
  durationMs: number | undefined,
  turn: Turn,
  run: RunContext,
) {
  request.tell('waiting')
  using _ = await turn.awaitMaking(durationMs)
  run.signal.throwIfAborted()
  return await copyFirstValid(request, run)
}

/** The stages that are work of a file's. */
const works: Readonly<Partial<Record<Stage, 'fetching' | 'making' | 'storing'>>> = {
  downloading: 'fetching',
  encoding: 'making',
  storing: 'storing',
}

const sameRecording = reason('backup.same-recording')
const keyOf = ({ source, id }: Recording) => `${source}\n${id}`
