import type { ArchivedFile } from '../model/archived-file.ts'
import type { ChosenRecording, Decision } from '../model/decision.ts'
import type { Outcome } from '../model/outcome.ts'
import type { TrackEntry } from '../model/playlist.ts'
import { asReason, reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import { isOpenToAnybody } from '../rights/judge.ts'
import { settleDoubt } from '../rights/settle.ts'
import type { OpenProvider } from '../source/provider.ts'
import type { RunContext } from './context.ts'
import { findNamed } from './name-by-tags.ts'
import { linksOf } from './no-copy.ts'
import { findRecording } from './search/search.ts'
import type { Candidate, Search, SearchResult } from './search/search-result.ts'

/** What is kept for the track; of the recording decided for, or of the file that it names, if any entry has that. */
export async function findKept(
  track: Track,
  decision: Decision | undefined,
  run: RunContext,
): Promise<ArchivedFile | undefined> {
  const { archive, options } = run
  const file = decision ? undefined : await findNamed(track, run.sources, run.signal)
  if (file) return await findKeptOf(file, track, run)
  const kept = await archive.find(track, options)
  if (decision?.choice.kind !== 'recording' || (kept && isAsDecided(kept, decision))) return kept
  return (await archive.findRecording(decision.choice, options)) ?? kept
}

/** A copy of this file; else what is kept for the track, unless that is a copy of another file that is still there. */
async function findKeptOf(
  file: Recording,
  track: Track,
  { archive, options, sources, signal }: RunContext,
): Promise<ArchivedFile | undefined> {
  const own = await archive.findRecording(file, options)
  if (own) return own
  const kept = await archive.find(track, options)
  if (kept?.chosen.source !== file.source) return kept
  const other = await findNamed({ title: '', artists: [], path: kept.chosen.id }, sources, signal)
  return other?.location === 'file' && other.id !== file.id ? undefined : kept
}

export function isAsDecided({ chosen }: ArchivedFile, decision: Decision | undefined): boolean {
  if (!decision) return true
  return decision.choice.kind === 'recording' && isChosen(chosen, decision.choice)
}

const isChosen = ({ source, id }: Pick<Recording, 'source' | 'id'>, choice: ChosenRecording) =>
  source === choice.source && id === choice.id

/** Nothing that was found is it: where else it can be heard is asked, and nothing is copied. */
export async function reportNoneChosen(
  { track, position }: TrackEntry,
  decidedAt: string,
  before: ArchivedFile | undefined,
  run: RunContext,
): Promise<Outcome> {
  const { result } = await findRecording(track, { ...run, sources: [] }, run.signal)
  return {
    kind: 'not-found',
    position,
    track,
    known: result.known,
    links: linksOf(result),
    reason: reason('backup.none-chosen', { day: dayOf(decidedAt), keptPath: before?.path }),
  }
}

interface DecidedRecording {
  readonly choice: ChosenRecording
  readonly decidedAt: string
  /** What is kept for the track. */
  readonly wrong: ArchivedFile | undefined
}

/**
 * Finds the recording decided for where it was found then. It is accepted, whatever speaks against it, and
 * no other takes its place if its file is broken. Undefined where it is no longer there.
 */
export async function findChosen(
  track: Track,
  { choice, decidedAt, wrong }: DecidedRecording,
  run: RunContext,
): Promise<Search | undefined> {
  const source = run.sources.find(({ name }) => name === choice.source)
  if (!source) return undefined
  // Nobody has to vouch for a file of the user's own.
  const lookUps = source.needsNetwork ? run.lookUps : []
  const only = { ...run, sources: [narrow(source, choice)], lookUps }
  const search = await findRecording(track, only, run.signal)
  if (isOpenToAnybody(source.name)) await search.collectAssertions()
  const { known, links, matches } = search.result
  const [first] = matches
  if (!first) return undefined
  const day = dayOf(decidedAt)
  const chosen = reason('backup.chosen', { day })
  const match = { ...first, accepted: true, notes: [...first.notes, chosen] }
  const confirmed = choice.trusted ? reason('backup.licence-confirmed', { day }) : undefined
  const settle = ({ match, verdict }: Candidate): Candidate => ({
    match,
    verdict: confirmed ? settleDoubt(verdict, confirmed) : verdict,
  })
  const result: SearchResult = {
    decision: 'match',
    reason: chosen,
    links,
    matches: [match],
    candidates: [settle({ match, verdict: search.judge(match.recording) })],
    // What is known of the track is of no use for a recording that its words do not name.
    known: first.accepted ? known : undefined,
    override: { wrong },
  }
  return {
    result,
    next: async () => ({ ...result, matches: [], candidates: [] }),
    judgeAgain: (candidate, more) => settle(search.judgeAgain(candidate, more)),
  }
}

/** The same place, with that recording alone in it. */
function narrow(source: OpenProvider<'search'>, choice: ChosenRecording): OpenProvider<'search'> {
  const { name, title, needsNetwork } = source
  return {
    name,
    title,
    needsNetwork,
    search: (track, signal) => searchChosen(source, track, choice, signal),
    [Symbol.asyncDispose]: async () => {},
  }
}

/**
 * What a run found is found again by the track's words; what a person found, who looked for it by other words or gave
 * its address, by its id, or where the place knows none, by its own words.
 */
async function searchChosen(
  source: OpenProvider<'search'>,
  track: Track,
  choice: ChosenRecording,
  signal: AbortSignal,
): Promise<readonly Recording[]> {
  const only = (all: readonly Recording[]) => all.filter((each) => isChosen(each, choice))
  const byId = async () => only((await source.find?.(choice.id, signal)) ?? [])
  const byWords = async (words: Track) => only(await source.search(words, signal))
  const { title, artists } = choice
  const ways = choice.found
    ? [byId, () => byWords({ title, artists }), () => byWords(track)]
    : [() => byWords(track), byId]
  for (const way of ways) {
    const found = await way()
    if (found.length > 0) return found
  }
  return []
}

/** Adds to an outcome that the recording decided for was not found: the track was treated as if nothing was decided. */
export function noteMissing(
  outcome: Outcome,
  { source, id }: ChosenRecording,
  decidedAt: string,
): Outcome {
  const chosen = { day: dayOf(decidedAt), source, id }
  const note = reason('backup.chosen-not-found', chosen)
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept':
      return { ...outcome, notes: [...outcome.notes, note] }
    case 'would-keep': {
      const { match } = outcome
      return { ...outcome, match: { ...match, notes: [...match.notes, note] } }
    }
    case 'review':
    case 'refused': {
      const { verdict } = outcome
      const reasons = [...verdict.reasons, reason('backup.chosen-was-not-found', chosen)]
      return { ...outcome, verdict: { ...verdict, reasons } }
    }
    default: {
      const before = asReason(outcome.reason)
      const both = reason('backup.and-chosen-not-found', { ...chosen, reason: before })
      return { ...outcome, reason: both }
    }
  }
}

const dayOf = (time: string) => time.slice(0, 10)
