import { lookAtLists } from '../../archive/look-at-lists.ts'
import { readLists } from '../../backup/identity/archived-lists.ts'
import { identify } from '../../backup/identity/identify.ts'
import { definedOnly } from '../../base/defined.ts'
import {
  type BackupChoices,
  completeRequest,
  type LastingChoices,
} from '../../model/backup/request.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Progress } from '../../model/progress.ts'
import { reason } from '../../model/reason.ts'
import { spotifyHosts } from '../../playlist/services/spotify/hosts.ts'
import { UserError } from '../../words/user-error.ts'
import { wholeName } from '../archives/bucket/named.ts'
import { readableFolder } from '../archives/bucket/place.ts'
import { requireArchive } from '../archives/require-archive.ts'
import { walkPlaylists } from '../backups/walk.ts'
import type { Environment } from '../environment.ts'
import { hostsOf } from '../playlists/read-links.ts'
import { openServers } from '../servers/open-servers.ts'
import { linkOf, type ReadTools, readAgain } from './read-again.ts'
import { type RecordedList, readRecordedLists } from './recorded-lists.ts'

/** What is said of it besides the archive: the rest is as each list was kept before. */
export interface SyncRequest
  extends Partial<Pick<BackupChoices, 'libraries' | 'catalogues' | 'jobs' | 'publicPage'>>,
    Partial<Pick<BackupChoices, 'offline' | 'dryRun'>> {
  readonly into: string
}

/**
 * Brings an archive up to date: every list that came from a link is read again, and what was missing is looked for
 * once more. A list that this changes nothing of is left as it is.
 */
export async function* syncArchive(
  request: SyncRequest,
  environment: Environment,
  signal: AbortSignal,
): AsyncGenerator<Progress> {
  const folder = await readableFolder(request.into, environment, signal)
  await requireArchive(folder)
  const isOffline = request.offline || environment.offline === true
  const lists = (await readRecordedLists(folder)).map((each) => asAsked(each, request))
  const libraries = new Set(lists.flatMap(({ choices }) => choices.libraries ?? []))
  if (libraries.size === 0 && isOffline && lists.length > 0)
    throw new UserError(reason('app.nowhere-to-look'), reason('app.name-library'))
  const today = new Date().toISOString().slice(0, 10)
  const { openOnline } = isOffline ? {} : await import('../open-online.ts')
  const links = lists.flatMap((each) => linkOf(each)?.[1] ?? [])
  const hosts = [...(links.length > 0 ? spotifyHosts : []), ...hostsOf(links)]
  await using online = openOnline?.(environment, today, hosts)
  await using servers = openServers(environment)
  const tools = online && { environment, http: online.http, servers }
  const playlists = yield* readAll(lists, tools, signal)
  const named = await nameAll(playlists, folder)
  const recorded = new Map(lists.map((each) => [each.list.id, each.recorded]))
  const opened = { environment, online, servers, today, recorded }
  for (const group of groupAlike(lists)) {
    if (signal.aborted) break
    const choices = completeRequest({
      ...group.choices,
      ...said(request),
      inputs: [],
      into: wholeName(request.into),
    })
    const own = group.places.flatMap((at) => named[at] ?? [])
    yield* walkPlaylists(own, choices, opened, signal)
  }
}

/** Folders that are named now stand for those of before. */
function asAsked(
  each: RecordedList,
  { libraries, catalogues, publicPage }: SyncRequest,
): RecordedList {
  const named = {
    libraries: libraries?.length ? libraries : undefined,
    catalogues: catalogues?.length ? catalogues : undefined,
    publicPage,
  }
  return { ...each, choices: { ...each.choices, ...definedOnly(named) } }
}

const said = ({ jobs, dryRun, offline }: SyncRequest) => definedOnly({ jobs, dryRun, offline })

async function* readAll(
  lists: readonly RecordedList[],
  tools: ReadTools | undefined,
  signal: AbortSignal,
): AsyncGenerator<Progress, readonly Playlist[]> {
  const playlists: Playlist[] = []
  for (const each of lists)
    playlists.push(tools ? yield* readAgain(each, tools, signal) : each.playlist)
  return playlists
}

/** Under names that no other list of the archive has, where services have given them new ones. */
async function nameAll(
  playlists: readonly Playlist[],
  folder: string,
): Promise<readonly Playlist[]> {
  const answered = new Map(playlists.map(({ id = '' }, at) => [at, id] as const))
  return await identify(playlists, readLists(await lookAtLists(folder)), { answered })
}

interface Group {
  readonly choices: Partial<LastingChoices>
  /** Of its lists among all. */
  readonly places: readonly number[]
}

/** Lists that are kept in one way go together: the folders are looked through once for all of them. */
function groupAlike(lists: readonly RecordedList[]): readonly Group[] {
  const groups = new Map<string, { readonly choices: Partial<LastingChoices>; places: number[] }>()
  for (const [at, { choices }] of lists.entries()) {
    const key = JSON.stringify(choices)
    const group = groups.get(key)
    if (group) group.places.push(at)
    else groups.set(key, { choices, places: [at] })
  }
  return [...groups.values()]
}
