import type { CatalogueReader } from '../../catalogue/catalogue-reader.ts'
import { type OpenCatalogueOptions, openCatalogue } from '../../catalogue/open-catalogue.ts'
import { isAddress, isServiceAddress } from '../../catalogue/shards/address.ts'
import { expandPlaces } from '../../catalogue/shards/places.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { findFetched, resolveCatalogues } from './published/resolve.ts'

export interface OpenCataloguesOptions extends OpenCatalogueOptions {
  /** The run is to ask nothing of the network. */
  readonly offline?: boolean
  /** Called where an older catalogue is used, because what is published now could not be fetched. */
  readonly tell?: (note: Reason) => void
}

/**
 * Opens catalogues wherever they lie: in folders, fetched from where they are published, cut into shards, behind servers.
 * Throws UserError where one lies behind a server and nothing may be asked there.
 */
export async function openCatalogues(
  named: readonly string[],
  { offline, tell, ...options }: OpenCataloguesOptions,
  environment: Environment,
): Promise<CatalogueReader> {
  const { signal = new AbortController().signal } = options
  const surroundings = { ...environment, offline: offline ?? environment.offline }
  const places = await resolvePlaces(named, surroundings, signal, tell)
  const { catalogueToken: token, network } = environment
  return await openCatalogue(places, { token, network, ...options })
}

/** What is published becomes its folder; what a server answers for stays an address. */
export async function resolvePlaces(
  named: readonly string[],
  environment: Environment,
  signal: AbortSignal,
  tell?: (note: Reason) => void,
): Promise<readonly string[]> {
  const places: string[] = []
  for (const each of named)
    if (await isService(each, environment)) places.push(each)
    else places.push(...(await resolveCatalogues([each], environment, signal, tell)))
  const address = environment.offline ? expandPlaces(places).find(isAddress) : undefined
  if (address !== undefined) throw new UserError(reason('catalogue.offline', { address }))
  return places
}

/** A server of `songkeep catalogue serve`, unless a catalogue that is published there was fetched. */
async function isService(named: string, environment: Environment): Promise<boolean> {
  if (!isServiceAddress(named)) return false
  return await findFetched(named, environment).then(
    () => false,
    () => true,
  )
}
