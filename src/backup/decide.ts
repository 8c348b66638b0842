import type { ArchivedFile } from '../model/archived-file.ts'
import type { ChosenRecording, Decision } from '../model/decision.ts'
import type { Outcome } from '../model/outcome.ts'
import type { TrackEntry } from '../model/playlist.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { OpenProvider } from '../source/provider.ts'
import type { RunContext } from './context.ts'
import { findRecording } from './search.ts'
import type { SearchResult, SearchState } from './search-context.ts'

/** What is kept for the track; of the recording decided for, if any entry has that. */
export async function findKept(
  track: Track,
  decision: Decision | undefined,
  { archive, options }: RunContext,
): Promise<ArchivedFile | undefined> {
  const kept = await archive.find(track, options)
  if (decision?.choice.kind !== 'recording' || (kept && isAsDecided(kept, decision))) return kept
  return (await archive.findRecording(decision.choice, options)) ?? kept
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
  const { links, known } = await findRecording(track, { ...run, sources: [] }, run.signal)
  const reasons = [
    `You decided on ${dayOf(decidedAt)} that none of what was found is it.`,
    ...(before ? [`What was kept for it before still lies at ${before.path}.`] : []),
    'Take the decision back to have it looked for again.',
  ]
  const told = { known, links: links.length > 0 ? links : undefined }
  return { kind: 'not-found', position, track, ...told, reason: reasons.join(' ') }
}

interface DecidedRecording {
  readonly choice: ChosenRecording
  readonly decidedAt: string
  /** What is kept for the track. */
  readonly wrong: ArchivedFile | undefined
}

/**
 * Finds the recording decided for where it was found then. It is accepted, whatever speaks against it, and
 * no other takes its place if its file is broken. Undefined where it is there no more.
 */
export async function findChosen(
  track: Track,
  { choice, decidedAt, wrong }: DecidedRecording,
  run: RunContext,
): Promise<SearchResult | undefined> {
  const source = run.sources.find(({ name }) => name === choice.source)
  if (!source) return undefined
  // Nobody has to vouch for a file of the user's own.
  const finders = source.needsNetwork ? run.finders : []
  const only = { ...run, sources: [narrow(source, choice)], finders }
  const found = await findRecording(track, only, run.signal)
  const [match] = found.matches
  if (!match) return undefined
  const { known, links, assertions } = found
  const day = dayOf(decidedAt)
  const reason = `chosen by you on ${day}`
  const settled = `You looked at it on ${day} and decided that its licence holds.`
  const chosen: SearchState = {
    decision: 'match',
    reason,
    links,
    assertions,
    matches: [{ ...match, accepted: true, notes: [...match.notes, reason] }],
    // What is known of the track is of no use for a recording that its words do not name.
    known: known && match.accepted ? known : undefined,
    override: { settled: choice.trusted ? settled : undefined, wrong },
  }
  return { ...chosen, findMore: async () => ({ ...chosen, matches: [] }) }
}

/** The same place, with that recording alone in it. */
function narrow(source: OpenProvider<'search'>, choice: ChosenRecording): OpenProvider<'search'> {
  const { name, title, needsNetwork } = source
  return {
    name,
    title,
    needsNetwork,
    search: async (track, signal) =>
      (await source.search(track, signal)).filter((each) => isChosen(each, choice)),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** What became of a track whose recording is not to be found: as if nothing had been decided, and it says so. */
export function noteMissing(
  outcome: Outcome,
  { source, id }: ChosenRecording,
  at: string,
): Outcome {
  const rest = `recording that you decided for on ${dayOf(at)} was not found (${source}: ${id})`
  switch (outcome.kind) {
    case 'kept':
    case 'already-kept':
      return { ...outcome, notes: [...outcome.notes, `the ${rest}`] }
    case 'would-keep': {
      const { match } = outcome
      return { ...outcome, match: { ...match, notes: [...match.notes, `the ${rest}`] } }
    }
    case 'review':
    case 'refused': {
      const { verdict } = outcome
      return { ...outcome, verdict: { ...verdict, reasons: [...verdict.reasons, `The ${rest}.`] } }
    }
    default:
      return { ...outcome, reason: `${outcome.reason} The ${rest}.` }
  }
}

const dayOf = (time: string) => time.slice(0, 10)
