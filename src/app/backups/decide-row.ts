import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Decide, Row } from '../../api/contract.ts'
import { type Decisions, openDecisions } from '../../archive/decisions/decisions.ts'
import { sweepGiven, takeGiven } from '../../archive/given/given-files.ts'
import type { ChosenEvidence, ChosenRecording } from '../../model/decision.ts'
import type { Match } from '../../model/match.ts'
import { asReason, reason } from '../../model/reason.ts'
import type { Track } from '../../model/track.ts'
import { UserError } from '../../words/user-error.ts'
import type { HandSearches } from './by-hand/hand-searches.ts'
import { candidatesOf } from './rows.ts'
import { type RowWithOutcome, requireTrack } from './view.ts'

/**
 * Writes the user's decision into the archive, for this run and all that follow. UserError where there is no archive, or
 * what is decided for is no longer known.
 */
export async function decideRow(
  { row, outcome }: RowWithOutcome,
  decision: Decide,
  dir: string,
  hand: HandSearches,
  signal: AbortSignal,
): Promise<Row> {
  const track = requireTrack(outcome)
  if (!existsSync(dir))
    throw new UserError(reason('app.archive-not-there'), reason('app.back-up-first'))
  const root = resolve(dir)
  const decisions = openDecisions(root)
  if (decision.kind === 'none') {
    await decisions.decide(track, { kind: 'none' })
    return { ...row, decided: 'none' }
  }
  if (decision.kind === 'earlier') return await decideAgain(row, track, decision.at, decisions)
  const choice =
    decision.kind === 'found'
      ? await chooseFound({ ...decision, row: { key: row.key, into: dir } }, hand, root, signal)
      : chooseCandidate(outcome && candidatesOf(outcome)[decision.candidate])
  const trusted = decision.trusted ? (true as const) : undefined
  await decisions.decide(track, { ...choice, trusted })
  if (decision.kind === 'found') await forgetUnused(root, decisions)
  return { ...row, decided: 'recording' }
}

async function decideAgain(row: Row, track: Track, at: string, decisions: Decisions): Promise<Row> {
  const restored = await decisions.restore(track, at)
  if (!restored) throw new UserError(reason('app.no-candidate'), reason('app.look-anew'))
  return { ...row, decided: restored.choice.kind }
}

function chooseCandidate(match: Match | undefined): ChosenRecording {
  if (!match) throw new UserError(reason('app.no-candidate'), reason('app.look-anew'))
  return { ...choiceOf(match), evidence: evidenceOf(match) }
}

interface FoundDecision {
  readonly search: string
  readonly candidate: number
  readonly row: { readonly key: string; readonly into: string }
}

/** A file from outside of the library goes into the archive first: its id there names its content. */
async function chooseFound(
  { search, candidate, row }: FoundDecision,
  hand: HandSearches,
  root: string,
  signal: AbortSignal,
): Promise<ChosenRecording> {
  const { match, found, take } = hand.find(search, candidate, row)
  if (match.recording.media === undefined) throw new UserError(reason('app.only-words'))
  const choice = { ...choiceOf(match), found, evidence: evidenceOf(match) }
  if (!take) return choice
  const { id } = await takeGiven(root, take.path, take.name, signal)
  return { ...choice, source: 'given', id }
}

function choiceOf({ recording }: Match): ChosenRecording {
  const { source, id, title, artists } = recording
  return { kind: 'recording', source, id, title, artists }
}

const evidenceOf = ({ probability, weight, evidence }: Match): ChosenEvidence => ({
  probability,
  weight,
  steps: evidence.map(({ field, level, weight }) => ({ field, level: asReason(level), weight })),
})

/** Files that were tried and not taken do not stay. What goes wrong here takes nothing from the decision. */
async function forgetUnused(root: string, decisions: Decisions): Promise<void> {
  try {
    const choices = (await decisions.list()).map(({ choice }) => choice)
    const needed = choices.flatMap((choice) => (choice.kind === 'recording' ? [choice.id] : []))
    await sweepGiven(root, new Set(needed), Date.now())
  } catch {}
}
