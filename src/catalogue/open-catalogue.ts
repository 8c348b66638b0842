import type { Network } from '../base/http/network.ts'
import { OwnServer } from '../base/http/own-server.ts'
import { reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'
import { CatalogueNames, type OpenNames, openNamesOf } from './artist-names.ts'
import { CANDIDATES, Catalogue, type CatalogueOptions, MEMORY } from './catalogue.ts'
import type { CatalogueReader } from './catalogue-reader.ts'
import { ConnectedCatalogue, type ConnectedMember } from './remote/connected-catalogue.ts'
import { fetchNames } from './remote/fetch-names.ts'
import { FolderMember } from './remote/folder-member.ts'
import { findMembers, RemoteMember } from './remote/remote-member.ts'
import { isAddress } from './shards/address.ts'
import { type CatalogueSet, groupMembers } from './shards/group.ts'
import { expandPlaces } from './shards/places.ts'

export interface OpenCatalogueOptions extends CatalogueOptions {
  /** Told to servers that want one. */
  readonly token?: string
  /** For one answer of a server, in milliseconds. 5 s. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
  /** How servers are dialled, where not by the system: for tests. */
  readonly network?: Network
}

const TIMEOUT_MS = 5000

/**
 * Opens catalogues wherever they lie. A place is a folder, a file that names shards, or addresses of
 * `songkeep catalogue serve` parted by commas. Throws UserError where one holds no catalogue or a shard is missing,
 * UnavailableError where a server cannot be asked.
 */
export async function openCatalogue(
  places: readonly string[],
  options: OpenCatalogueOptions = {},
): Promise<CatalogueReader> {
  const expanded = expandPlaces(places)
  if (!expanded.some(isAddress)) return new Catalogue(places, options)
  const { signal = new AbortController().signal, memory = MEMORY } = options
  const opened: Disposable[] = []
  try {
    const members: ConnectedMember[] = []
    let left = memory
    for (const place of expanded) {
      if (isAddress(place)) {
        const server = openServer(place, options)
        opened.push(server)
        members.push(...(await findMembers(server, signal)))
      } else {
        const member = new FolderMember(place, left)
        opened.push(member)
        left = Math.max(0, left - member.resident)
        members.push(member)
      }
    }
    const sets = groupMembers(members)
    const names = new CatalogueNames(await findNames(sets, signal), left)
    opened.push(names)
    return new ConnectedCatalogue({ sets, names, opened }, options.candidates ?? CANDIDATES)
  } catch (error) {
    for (const each of opened) each[Symbol.dispose]()
    throw error
  }
}

/** Only what catalogues know of names, for whoever looks nothing up. */
export async function openNames(
  places: readonly string[],
  options: OpenCatalogueOptions = {},
): Promise<Disposable & Pick<CatalogueNames, 'holdersOf'>> {
  if (!expandPlaces(places).some(isAddress)) return new CatalogueNames(places)
  const catalogue = await openCatalogue(places, { ...options, memory: 0 })
  return {
    holdersOf: (key) => catalogue.names?.holdersOf(key) ?? [],
    [Symbol.dispose]: () => catalogue[Symbol.dispose](),
  }
}

function openServer(place: string, options: OpenCatalogueOptions): OwnServer {
  const address = URL.parse(place)
  const isPlain =
    address && address.pathname === '/' && address.search === '' && address.hash === ''
  if (!isPlain || address.username !== '' || address.password !== '')
    throw new UserError(reason('catalogue.service-no-address', { address: place }))
  const { token, timeoutMs = TIMEOUT_MS, network } = options
  return new OwnServer({ address, token, timeoutMs, network })
}

const findNames = (
  sets: readonly CatalogueSet<ConnectedMember>[],
  signal: AbortSignal,
): Promise<readonly OpenNames[]> =>
  Promise.all(
    sets.map(({ members: [first] }) =>
      first instanceof RemoteMember
        ? fetchNames(first, signal)
        : openNamesOf(first.place, first.manifest.names),
    ),
  )
