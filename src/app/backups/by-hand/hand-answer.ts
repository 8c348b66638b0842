import { type FoundByHand, searchByHand } from '../../../backup/search/search-by-hand.ts'
import type { Reason } from '../../../model/reason.ts'
import type { Recording } from '../../../model/recording.ts'
import type { Track } from '../../../model/track.ts'
import { CircuitBreaker } from '../../../source/circuit-breaker.ts'
import { whoCan } from '../../../source/provider.ts'
import type { OpenOnline } from '../../open-online.ts'
import type { FileToTake } from './own-file.ts'

export interface HandAnswer extends FoundByHand {
  /** A file that is to be taken into the archive, where it is decided for. */
  readonly take?: FileToTake
  readonly told: readonly Reason[]
}

/** What was found without asking anybody. */
export async function compare(track: Track, recordings: readonly Recording[]): Promise<HandAnswer> {
  const given = {
    name: '',
    title: '',
    needsNetwork: false,
    async [Symbol.asyncDispose]() {},
  }
  const questions = [{ provider: given, ask: async () => recordings }]
  const context = { lookUps: [], policy: { today: today() }, breaker: new CircuitBreaker() }
  const found = await searchByHand(track, track, questions, context, new AbortController().signal)
  return { ...found, told: [] }
}

/** What a search in the open needs besides the places. */
export const contextOf = ({ providers }: OpenOnline) => ({
  lookUps: whoCan(providers, 'lookUp'),
  policy: { today: today() },
  breaker: new CircuitBreaker(),
})

export const today = () => new Date().toISOString().slice(0, 10)
