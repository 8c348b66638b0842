import { rank } from '../../match/rank.ts'
import type { RankedMatch } from '../../model/match.ts'
import type { Recording } from '../../model/recording.ts'
import type { Track } from '../../model/track.ts'
import type { Unanswered, Verdict } from '../../model/verdict.ts'
import { isOpenToAnybody } from '../../rights/judge.ts'
import { nothingKnown } from '../../source/knowledge.ts'
import type { OpenProvider } from '../../source/provider.ts'
import { Judgements } from './judgements.ts'
import type { SearchContext } from './search-context.ts'

/** A place, and what it is asked. */
export interface Question {
  readonly provider: OpenProvider
  readonly ask: (signal: AbortSignal) => Promise<readonly Recording[]>
}

export interface FoundByHand {
  /** Best first, by how they compare with the track; each with the verdict whether it may be copied. */
  readonly found: readonly { readonly match: RankedMatch; readonly verdict: Verdict }[]
  /** Who could not be asked. */
  readonly unanswered: readonly Unanswered[]
}

type HandContext = Pick<SearchContext, 'breaker' | 'lookUps' | 'policy' | 'catalogue'>

/** How long one place may take: a person waits for it. */
const PATIENCE_MS = 20_000

/**
 * Asks places what a person wants to know for a track, all at once, and compares with the track whatever they have.
 * Nothing is decided: a person does. The two keys to a copy are looked at as in a run: where anybody may upload, those
 * are asked who can contradict an uploader.
 * @param words what those are asked about
 */
export async function searchByHand(
  track: Track,
  words: Track,
  questions: readonly Question[],
  context: HandContext,
  signal: AbortSignal,
): Promise<FoundByHand> {
  const unanswered: Unanswered[] = []
  const asked = questions.map(async ({ provider, ask }) => {
    const answer = provider.needsNetwork
      ? await context.breaker.ask(provider.title, (gone) => ask(withPatience(gone)), signal)
      : { kind: 'answered' as const, value: await ask(signal) }
    if (answer.kind === 'answered') return answer.value
    unanswered.push(answer)
    return []
  })
  const recordings = (await Promise.all(asked)).flat()
  const judgements = new Judgements(context.policy)
  if (recordings.some(({ source }) => isOpenToAnybody(source)))
    await collectAssertions(words, judgements, context, signal)
  const { matches } = rank(track, recordings, context.catalogue?.names)
  const found = matches.map((match) => ({ match, verdict: judgements.of(match.recording) }))
  return { found, unanswered }
}

async function collectAssertions(
  words: Track,
  judgements: Judgements,
  { lookUps, breaker }: HandContext,
  signal: AbortSignal,
): Promise<void> {
  for (const provider of lookUps) {
    if (!provider.makesAssertions) continue
    const call = (gone: AbortSignal) => provider.lookUp(words, nothingKnown, withPatience(gone))
    const answer = await breaker.ask(provider.title, call, signal)
    if (answer.kind === 'unanswered') judgements.addUnanswered(answer)
    else judgements.addAssertions(answer.value.assertions)
  }
}

const withPatience = (signal: AbortSignal) =>
  AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
