import { resolve } from 'node:path'
import { UnavailableError } from '../../../base/http/errors.ts'
import { isLocked } from '../../../base/lock.ts'
import { readState } from '../../../catalogue/published/state.ts'
import { type Reason, reason, reasonOf } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { isAddress } from './address.ts'
import { fetchedFolder, fetchPublished } from './fetch.ts'

/**
 * The folders of catalogues that are named by a path or by an address. One at an address is brought up to date first, as
 * far as its place can be reached: where it cannot, what was fetched before is used, and `tell` is told so; offline nobody
 * is asked. UserError where it was never fetched, because then nobody has said whose key is trusted, and where what is
 * published there now is not to be trusted.
 */
export async function resolveCatalogues(
  named: readonly string[],
  environment: Environment,
  signal: AbortSignal,
  tell: (note: Reason) => void = () => {},
): Promise<readonly string[]> {
  const folders: string[] = []
  for (const each of named)
    folders.push(isAddress(each) ? await refresh(each, environment, signal, tell) : resolve(each))
  return folders
}

/** The folder of a catalogue that was fetched from an address. UserError where none was; nobody is asked. */
export async function findFetched(address: string, environment: Environment): Promise<string> {
  const folder = fetchedFolder(address, environment)
  if ((await readState(folder))?.current === undefined)
    throw new UserError(
      reason('catalogue.not-fetched', { address }),
      reason('catalogue.fetch-first', { address }),
    )
  return folder
}

async function refresh(
  address: string,
  environment: Environment,
  signal: AbortSignal,
  tell: (note: Reason) => void,
) {
  const folder = await findFetched(address, environment)
  if (environment.offline) return folder
  try {
    for await (const _ of fetchPublished(address, {}, environment, signal));
  } catch (error) {
    if (!(error instanceof UnavailableError) && !isLocked(error)) throw error
    const generation = (await readState(folder))?.current?.generation ?? 0
    tell(reason('catalogue.older-used', { address, generation, cause: reasonOf(error) }))
  }
  return folder
}
