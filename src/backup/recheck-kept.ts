import type { ArchivedFile, Doubt } from '../model/archived-file.ts'
import type { Decision } from '../model/decision.ts'
import type { Match } from '../model/match.ts'
import type { Outcome } from '../model/outcome.ts'
import type { TrackEntry } from '../model/playlist.ts'
import { asReason, type Reason, reason, type Told } from '../model/reason.ts'
import type { Unanswered } from '../model/verdict.ts'
import { type AssertionAnswers, isOpenToAnybody } from '../rights/judge.ts'
import { recordingOf } from '../rights/recorded.ts'
import type { RunContext } from './context.ts'
import { lookUpFingerprint } from './look-up-fingerprint.ts'
import { TrackSearch } from './search/track-search.ts'

export const asKept = (
  { position, track }: TrackEntry,
  kept: ArchivedFile,
  ...notes: Reason[]
): Outcome => ({ kind: 'already-kept', position, track, kept, notes })

/**
 * A copy that is kept already. Where anybody may upload, those who could contradict its uploader are asked again:
 * at once where nobody could be asked when it was kept, or where it is in doubt; else after some weeks. What is in
 * doubt now stays where it is, and goes to review.
 */
export async function recheckKept(
  entry: TrackEntry,
  kept: ArchivedFile,
  decision: Decision | undefined,
  run: RunContext,
): Promise<Outcome> {
  if (!isDue(kept, decision, run.policy.today)) return asKept(entry, kept)
  if (!run.http) return asBefore(entry, kept)
  const search = new TrackSearch(entry.track, { ...run, sources: [] }, run.signal)
  const { assertions, unanswered } = await search.collectAssertions()
  const bySound = kept.fingerprint ? await lookUpFingerprint(kept.fingerprint, run) : nothingKnown
  const verdict = search.judgeWith(recordingOf(kept), bySound)
  const [first] = verdict.reasons
  // What was learnt stays learnt: nobody's silence settles a doubt.
  const isSilent = assertions.length + bySound.assertions.length === 0
  if (verdict.action === 'copy' && kept.doubt && isSilent) return asBefore(entry, kept)
  if (verdict.action === 'copy')
    return asKept(entry, remember({ ...kept, checkedAt: run.policy.today, doubt: undefined }, run))
  if (isUnchecked(first)) return asBefore(entry, kept, unanswered[0] ?? bySound.unanswered[0])
  const doubt = { at: new Date().toISOString(), reasons: verdict.reasons }
  return inReview(entry, remember({ ...kept, doubt }, run), doubt)
}

const nothingKnown: AssertionAnswers = { assertions: [], unanswered: [] }

/** So many days what was heard of a copy is taken to hold. */
const MAX_AGE_DAYS = 30
const DAY_MS = 24 * 3600_000

export function isDue(kept: ArchivedFile, decision: Decision | undefined, today: string): boolean {
  if (!isOpenToAnybody(kept.chosen.source)) return false
  // The user has looked, and says that its licence holds.
  if (decision?.choice.kind === 'recording' && decision.choice.trusted) return false
  const { doubt, checkedAt } = kept
  if (doubt || checkedAt === undefined) return true
  return !(Date.parse(today) - Date.parse(checkedAt) < MAX_AGE_DAYS * DAY_MS)
}

const isUnchecked = (told: Told | undefined) =>
  typeof told === 'object' && told.code === 'rights.not-checked'

/** Nobody could be asked now either: it is as it was. */
function asBefore(entry: TrackEntry, kept: ArchivedFile, missing?: Unanswered): Outcome {
  if (kept.doubt) return inReview(entry, kept, kept.doubt)
  if (!missing || kept.checkedAt !== undefined) return asKept(entry, kept)
  const { by, reason: why } = missing
  return asKept(entry, kept, reason('backup.kept-unchecked', { by, reason: asReason(why) }))
}

export function inReview(
  { position, track }: TrackEntry,
  { path, chosen, verdict }: ArchivedFile,
  { reasons }: Doubt,
): Outcome {
  const told = [...reasons, reason('backup.kept-in-doubt', { path })]
  return {
    kind: 'review',
    position,
    track,
    match: matchOf(recordingOf({ chosen, verdict }), chosen),
    verdict: { ...verdict, action: 'review', reasons: told },
  }
}

function remember(kept: ArchivedFile, { archive, dryRun }: RunContext): ArchivedFile {
  if (!dryRun) archive.remember(kept)
  return kept
}

const matchOf = (
  recording: Match['recording'],
  { probability, evidence, notes }: ArchivedFile['chosen'],
): Match => ({
  recording,
  probability,
  evidence,
  notes,
  weight: evidence.reduce((sum, { weight }) => sum + weight, 0),
})
