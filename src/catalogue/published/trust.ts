import { reason } from '../../model/reason.ts'
import type { ReadablePlace } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import type { PublicKey } from './key.ts'
import { findLatest, readGeneration, type SignedGeneration } from './place.ts'
import type { FetchState } from './state.ts'

export interface TrustOptions {
  /** The publisher's key, as the user was told it: trusted from now on, in place of another one. */
  readonly trust?: PublicKey
  /** Asked where the user trusts no key yet: whether this one is the publisher's. */
  readonly confirm?: (signedBy: PublicKey) => Promise<boolean>
  /** One that is named may be older than what was seen. */
  readonly generation?: number
  readonly signal: AbortSignal
}

/**
 * The generation to fetch, signed by the key that the user trusts. The place itself is trusted with nothing: one that
 * gives an older generation than was seen, or another one under the same number, is refused, as is another key.
 */
export async function readTrusted(
  place: ReadablePlace,
  state: FetchState | undefined,
  options: TrustOptions,
): Promise<SignedGeneration> {
  const { signal } = options
  const number = options.generation ?? (await findLatest(place, signal))
  const seen = state?.seen
  if (seen && number < seen.generation && options.generation === undefined)
    throw new UserError(
      reason('catalogue.older-than-seen', {
        place: place.name,
        generation: number,
        seen: seen.generation,
      }),
      reason('catalogue.name-older-generation'),
    )
  if (number === 0)
    throw new UserError(
      reason('catalogue.nothing-published', { place: place.name }),
      reason('catalogue.check-place'),
    )
  const found = await readGeneration(place, number, signal)
  await requireKey(place, found, state, options)
  if (seen?.generation === number && seen.sha256 !== found.sha256)
    throw new UserError(
      reason('catalogue.generation-replaced', { place: place.name, generation: number }),
      reason('catalogue.ask-publisher'),
    )
  return found
}

async function requireKey(
  { name }: ReadablePlace,
  { signedBy }: SignedGeneration,
  state: FetchState | undefined,
  { trust, confirm }: TrustOptions,
): Promise<void> {
  const trusted = trust ?? state?.publicKey
  if (trusted === signedBy) return
  if (trusted !== undefined)
    throw new UserError(
      reason('catalogue.signed-by-another', { place: name, signedBy, trusted }),
      reason('catalogue.ask-publisher-for-key'),
    )
  if (await confirm?.(signedBy)) return
  throw new UserError(
    reason('catalogue.key-not-trusted', { place: name, signedBy }),
    reason('catalogue.trust-key', { signedBy }),
  )
}
