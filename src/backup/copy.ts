import { rm } from 'node:fs/promises'
import type { ArchivedFile } from '../model/archived-file.ts'
import type { Match } from '../model/match.ts'
import type { Fingerprint, Media } from '../model/media.ts'
import type { Stage } from '../model/progress.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { Verdict } from '../model/verdict.ts'
import { judge, type Policy } from '../rights/judge.ts'
import { settleDoubt } from '../rights/settle.ts'
import { StorageError, UserError } from '../words/user-error.ts'
import type { RunContext } from './context.ts'
import { findCovers, openAudioFile, tagsOf } from './open-file.ts'
import type { SearchResult, SearchState } from './search-context.ts'

/** A recording that is sure, and may be copied. */
export interface Candidate {
  readonly match: Match
  readonly verdict: Verdict
}

/** What is being made, and what is known of it besides. */
export interface CopyRequest {
  readonly track: Track
  /** Path of the archive, without its ending. */
  readonly stem: string
  readonly found: SearchState & Pick<SearchResult, 'findMore'>
  /** Of the copy that was kept before: what sounds different is another recording under its name. */
  readonly reference?: Fingerprint
}

/** What is sure, judged. */
export function listCandidates(found: SearchState, policy: Policy): readonly Candidate[] {
  return found.matches
    .filter(({ accepted }) => accepted)
    .map((match) => ({ match, verdict: judgeCandidate(match.recording, found, policy) }))
}

/** By both keys, and by what is known of it; a doubt that the user has looked at is settled. */
export function judgeCandidate(
  recording: Recording,
  { assertions, override }: SearchState,
  policy: Policy,
): Verdict {
  const verdict = judge(recording, policy, assertions)
  return override?.settled === undefined ? verdict : settleDoubt(verdict, override.settled)
}

export const mayCopy = ({ verdict }: Candidate) => verdict.action === 'copy'

/** What a copy sounds like speaks against whoever put it there: a person has to look. */
export class FingerprintMismatchError extends Error {
  readonly choice: Candidate

  constructor(choice: Candidate) {
    super('The fingerprint belongs to another recording.')
    this.choice = choice
  }
}

/**
 * Makes the best copy; where its file turns out to be broken, the next one, and where none is left, one from
 * the next place. Throws Doubted where nothing is left but what belongs to somebody else by its sound, UserError
 * with every reason where all are broken.
 */
export async function copyFirstValid(
  order: CopyRequest,
  run: RunContext,
  tell: (stage: Stage) => void,
): Promise<ArchivedFile> {
  const broken = new Map<Recording, string>()
  let doubted: FingerprintMismatchError | undefined
  let found: SearchState = order.found
  for (;;) {
    const choices = listCandidates(found, run.policy).filter(mayCopy)
    if (choices.length === 0) throw doubted ?? new UserError([...broken.values()].join('; '))
    for (const choice of choices) {
      const { recording } = choice.match
      try {
        return await keep(choice, { ...order, found }, run, tell)
      } catch (error) {
        if (run.signal.aborted || error instanceof StorageError) throw error
        if (error instanceof FingerprintMismatchError) doubted ??= error
        const reason = error instanceof Error ? error.message : String(error)
        broken.set(recording, `${recording.id}: ${reason}`)
      }
    }
    found = await order.found.findMore([...broken.keys()])
  }
}

type CopyAttempt = Omit<CopyRequest, 'found'> & { readonly found: SearchState }

async function keep(
  choice: Candidate,
  order: CopyAttempt,
  run: RunContext,
  tell: (stage: Stage) => void,
): Promise<ArchivedFile> {
  const { match } = choice
  const { options, signal } = run
  const { recording } = match
  const { track, stem, found, reference } = order
  const { known } = found
  if (recording.media?.kind === 'remote') tell('downloading')
  await using sound = await openAudioFile(recording, run)
  tell('encoding')
  const { path, fileUrl } = sound
  const facts = known && tagsOf(known.recording)
  const { licence } = choice.verdict
  const request = {
    path,
    track,
    recording,
    licence,
    options,
    known: facts,
    reference,
    offerCovers: () => findCovers(known, run),
  }
  let media: Media
  try {
    media = await run.media.make(request, signal)
  } catch (error) {
    if (!signal.aborted && !(error instanceof StorageError)) await sound.quarantine?.(error)
    throw error
  }
  const verdict = await checkFingerprint(media, choice, found, run)
  tell('storing')
  const why = { track, match, verdict, options, fileUrl }
  return await run.archive.put(media, stem, why)
}

/** A copy from the open is listened to: AcoustID may know the sound as somebody else's. */
async function checkFingerprint(
  media: Media,
  { match, verdict }: Candidate,
  found: SearchState,
  run: RunContext,
): Promise<Verdict> {
  const { recognisers, breaker, signal, policy } = run
  const { fingerprint, path } = media
  const { recording } = match
  if (!fingerprint || recording.media?.kind !== 'remote') return verdict
  const { code, durationMs } = fingerprint
  const assertions = [...found.assertions]
  for (const each of recognisers) {
    const ask = () => each.recognise({ fingerprint: code, durationMs }, signal)
    const known = await breaker.ask(each.title, ask, signal)
    assertions.push(...(known?.assertions ?? []))
  }
  if (assertions.length === found.assertions.length) return verdict
  const judged = judgeCandidate(recording, { ...found, assertions }, policy)
  if (judged.action === 'copy') return judged
  await rm(path, { force: true })
  throw new FingerprintMismatchError({ match, verdict: judged })
}
