import type { ArchivedFile } from '../model/archived-file.ts'
import type { Field, Match } from '../model/match.ts'
import type { Outcome } from '../model/outcome.ts'
import type { TrackEntry } from '../model/playlist.ts'
import type { Stage } from '../model/progress.ts'
import type { Recording } from '../model/recording.ts'
import { findConflict } from './conflicting-candidates.ts'
import type { RunContext } from './context.ts'
import {
  copyFirstValid,
  FingerprintMismatchError,
  judgeCandidate,
  listCandidates,
  mayCopy,
} from './copy.ts'
import { findChosen, findKept, isAsDecided, noteMissing, reportNoneChosen } from './decide.ts'
import { findRecording } from './search.ts'
import type { SearchResult } from './search-context.ts'

/** One track's way: kept already? decided by the user? found? Then on with what was found. */
export async function backUpTrack(
  entry: TrackEntry,
  turn: number,
  run: RunContext,
): Promise<Outcome> {
  const { track, position } = entry
  const decision = run.archive.decisionFor(track)
  const before = await findKept(track, decision, run)
  const asKept = (kept: ArchivedFile): Outcome => ({
    kind: 'already-kept',
    position,
    track,
    kept,
    notes: [],
  })
  if (before && isAsDecided(before, decision)) return asKept(before)

  run.emit({ kind: 'stage', position, track, stage: 'searching' })
  const keepAny = async () =>
    await keepResult(entry, turn, await findRecording(track, run, run.signal), run)
  if (!decision) return await keepAny()
  const { choice, decidedAt } = decision
  if (choice.kind === 'none') return await reportNoneChosen(entry, decidedAt, before, run)
  const chosen = await findChosen(track, { choice, decidedAt, wrong: before }, run)
  if (chosen) return await keepResult(entry, turn, chosen, run)
  return noteMissing(before ? asKept(before) : await keepAny(), choice, decidedAt)
}

/** What was found: sure? allowed? then made and put in its place. */
async function keepResult(
  entry: TrackEntry,
  turn: number,
  found: SearchResult,
  run: RunContext,
): Promise<Outcome> {
  const { track, position } = entry
  const tell = (stage: Stage) => run.emit({ kind: 'stage', position, track, stage })
  const { decision, matches, reason, known, override } = found
  const links = found.links.length > 0 ? { links: found.links } : {}
  const [nearest] = matches
  if (decision === 'none' || !nearest) {
    const miss = { kind: 'not-found', position, track, ...links, known } as const
    return nearest && isNear(nearest)
      ? { ...miss, nearest, reason }
      : { ...miss, reason: run.http ? nothingAnywhere : nothingNear }
  }
  if (decision === 'ambiguous')
    return { kind: 'ambiguous', position, track, candidates: matches, reason, ...links }

  const choices = listCandidates(found, run.policy)
  const best = choices.find(mayCopy)
  if (!best) {
    const verdict = judgeCandidate(nearest.recording, found, run.policy)
    const [first = { match: nearest, verdict }] = choices
    const doubtful = choices.find((choice) => choice.verdict.action === 'review')
    const told = { position, track, ...(doubtful ?? first), ...links }
    return doubtful ? { kind: 'review', ...told } : { kind: 'refused', ...told }
  }
  const reference =
    run.replace || override
      ? undefined
      : run.archive.listFor(track).find((kept) => kept.fingerprint)?.fingerprint
  // What was kept before tells which is right.
  const discord = reference ? undefined : await findConflict(choices.filter(mayCopy), run)
  if (discord !== undefined)
    return { kind: 'ambiguous', position, track, candidates: matches, reason: discord, ...links }
  if (run.dryRun) return { kind: 'would-keep', position, track, ...best }

  // In the playlist's order from here until the name is given: twins and names come out the same on every run.
  await run.sequencer.take(turn)
  const key = keyOf(best.match.recording)
  const twin = run.underway.get(key)
  if (twin) {
    run.sequencer.pass(turn)
    return { kind: 'already-kept', position, track, kept: await twin, notes: [sameRecording] }
  }
  const same = await run.archive.findRecording(best.match.recording, run.options)
  if (same) return { kind: 'already-kept', position, track, kept: same, notes: [sameRecording] }
  const { recording } = best.match
  const stem = run.archive.plan(run.playlist, position, track, recording, override?.wrong)
  const order = { track, stem, found, reference }
  const made = copyFirstValid(order, run, tell)
  run.underway.set(key, made)
  run.sequencer.pass(turn)
  try {
    return { kind: 'kept', position, track, kept: await made, notes: best.match.notes }
  } catch (error) {
    if (error instanceof FingerprintMismatchError)
      return { kind: 'review', position, track, ...error.choice, ...links }
    throw error
  }
}

const nothingNear = 'Nothing in your folders has a title and artist like these.'
const nothingAnywhere =
  'Nothing in your folders, or in the open places asked, has a title and artist like these.'

/** A miss worth showing: something of the name agrees. */
function isNear({ evidence }: Match): boolean {
  return evidence.some(({ field, weight }) => isName(field) && weight > 0)
}

const isName = (field: Field) => field === 'title' || field === 'artist' || field === 'isrc'

const sameRecording = 'the same recording as another entry'
const keyOf = ({ source, id }: Recording) => `${source}\n${id}`
