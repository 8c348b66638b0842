import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { type FetchEvent, fetchCatalogue } from '../../../catalogue/published/fetch.ts'
import { isPublicKey, type PublicKey } from '../../../catalogue/published/key.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { openForFetching } from './open-place.ts'

export interface FetchChoices {
  /** Where it goes; a folder of the program's own unless said. */
  readonly into?: string
  /** The publisher's public key, as they have told it. */
  readonly key?: string
  readonly endpoint?: string
  readonly generation?: number
  readonly check?: boolean
  readonly dryRun?: boolean
  /** Asked where no key is trusted yet. */
  readonly confirm?: (signedBy: PublicKey) => Promise<boolean>
}

export interface Fetched {
  readonly folder: string
  readonly generation: number
}

/** Where a catalogue lies that is named by its address alone: the same for the same address. */
export function fetchedFolder(address: string, { dataDir, cacheDir }: Environment): string {
  const name = createHash('sha256').update(address.replace(/\/+$/, '')).digest('hex').slice(0, 32)
  return join(dataDir ?? cacheDir, 'catalogues', name)
}

/** Fetches a published catalogue, or what is new in it. */
export async function* fetchPublished(
  address: string,
  choices: FetchChoices,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<FetchEvent, Fetched> {
  const { into, endpoint, key, ...options } = choices
  if (key !== undefined && !isPublicKey(key))
    throw new UserError(
      reason('catalogue.no-public-key', { text: key.slice(0, 100) }),
      reason('catalogue.write-public-key-so'),
    )
  const folder = into === undefined ? fetchedFolder(address, environment) : resolve(into)
  await using place = openForFetching(address, environment, endpoint)
  const trust = key as PublicKey | undefined
  const generation = yield* fetchCatalogue(place, folder, { ...options, trust, signal })
  return { folder, generation }
}
