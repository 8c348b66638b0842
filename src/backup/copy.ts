import { rm } from 'node:fs/promises'
import { findCovers, openSound, tagsOf } from './open-file.ts'
import type { Found, FoundSoFar } from './search-context.ts'
import type { Run } from './context.ts'
import { StorageError, UserError } from '../model/errors.ts'
import type { Kept } from '../model/archived-file.ts'
import type { Match } from '../model/match.ts'
import type { Fingerprint, Media } from '../model/media.ts'
import type { Stage } from '../model/progress.ts'
import type { Recording } from '../model/recording.ts'
import type { Track } from '../model/track.ts'
import type { Verdict } from '../model/verdict.ts'
import { judge, type Policy } from '../rights/judge.ts'
import { settleDoubt } from '../rights/settle.ts'

/** A recording that is sure, and may be copied. */
export interface Choice {
  readonly match: Match
  readonly verdict: Verdict
}

/** What is being made, and what is known of it besides. */
export interface Order {
  readonly track: Track
  /** Path of the archive, without its ending. */
  readonly stem: string
  readonly found: FoundSoFar & Pick<Found, 'findMore'>
  /** Of the copy that was kept before: what sounds different is another recording under its name. */
  readonly reference?: Fingerprint
}

/** What is sure, judged. */
export function chooseAmong(found: FoundSoFar, policy: Policy): readonly Choice[] {
  return found.matches
    .filter(({ accepted }) => accepted)
    .map((match) => ({ match, verdict: judgeFound(match.recording, found, policy) }))
}

/** By both keys, and by what is known of it; a doubt that the user has looked at is settled. */
export function judgeFound(
  recording: Recording,
  { claims, ruling }: FoundSoFar,
  policy: Policy,
): Verdict {
  const verdict = judge(recording, policy, claims)
  return ruling?.settled === undefined ? verdict : settleDoubt(verdict, ruling.settled)
}

export const mayCopy = ({ verdict }: Choice) => verdict.action === 'copy'

/** What a copy sounds like speaks against whoever put it there: a person has to look. */
export class Doubted extends Error {
  readonly choice: Choice

  constructor(choice: Choice) {
    super(choice.verdict.reasons[0] ?? 'Its sound belongs to somebody else.')
    this.choice = choice
  }
}

/**
 * Makes the best copy; where its file turns out to be broken, the next one, and where none is left, one from
 * the next place. Throws Doubted where nothing is left but what belongs to somebody else by its sound, UserError
 * with every reason where all are broken.
 */
export async function keepFirstWhole(
  order: Order,
  run: Run,
  tell: (stage: Stage) => void,
): Promise<Kept> {
  const broken = new Map<Recording, string>()
  let doubted: Doubted | undefined
  let found: FoundSoFar = order.found
  for (;;) {
    const choices = chooseAmong(found, run.policy).filter(mayCopy)
    if (choices.length === 0) throw doubted ?? new UserError([...broken.values()].join('; '))
    for (const choice of choices) {
      const { recording } = choice.match
      try {
        return await keep(choice, { ...order, found }, run, tell)
      } catch (error) {
        if (run.signal.aborted || error instanceof StorageError) throw error
        if (error instanceof Doubted) doubted ??= error
        const reason = error instanceof Error ? error.message : String(error)
        broken.set(recording, `${recording.id}: ${reason}`)
      }
    }
    found = await order.found.findMore([...broken.keys()])
  }
}

type Attempt = Omit<Order, 'found'> & { readonly found: FoundSoFar }

async function keep(
  choice: Choice,
  order: Attempt,
  run: Run,
  tell: (stage: Stage) => void,
): Promise<Kept> {
  const { match } = choice
  const { options, signal } = run
  const { recording } = match
  const { track, stem, found, reference } = order
  const { known } = found
  if (recording.media?.kind === 'remote') tell('downloading')
  await using sound = await openSound(recording, run)
  tell('encoding')
  const { path, fileUrl } = sound
  const facts = known && tagsOf(known.recording)
  const { licence } = choice.verdict
  const request = {
    ...{ path, track, recording, licence, options },
    ...(facts && { known: facts }),
    ...(reference && { reference }),
    offerCovers: () => findCovers(known, run),
  }
  let media: Media
  try {
    media = await run.media.make(request, signal)
  } catch (error) {
    if (!signal.aborted && !(error instanceof StorageError)) await sound.condemn?.(error)
    throw error
  }
  const verdict = await checkByEar(media, choice, found, run)
  tell('storing')
  const why = { track, match, verdict, options, ...(fileUrl !== undefined && { fileUrl }) }
  return await run.archive.put(media, stem, why)
}

/** A copy from the open is listened to: AcoustID may know the sound as somebody else's. */
async function checkByEar(
  media: Media,
  { match, verdict }: Choice,
  found: FoundSoFar,
  run: Run,
): Promise<Verdict> {
  const { ears, steady, signal, policy } = run
  const { fingerprint, path } = media
  const { recording } = match
  if (!ears || !fingerprint || recording.media?.kind !== 'remote') return verdict
  const { code, durationMs } = fingerprint
  const ask = () => ears.lookUpFingerprint({ fingerprint: code, durationMs }, signal)
  const heard = await steady.ask(ears.title, ask, signal)
  if (!heard) return verdict
  const claims = [...found.claims, ...heard.claims]
  const judged = judgeFound(recording, { ...found, claims }, policy)
  if (judged.action === 'copy') return judged
  await rm(path, { force: true })
  throw new Doubted({ match, verdict: judged })
}
