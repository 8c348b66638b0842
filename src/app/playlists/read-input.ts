import type { HostRule, Http } from '../../base/http/http.ts'
import type { BackupRequest } from '../../model/backup/request.ts'
import type { Playlist } from '../../model/playlist.ts'
import type { Progress } from '../../model/progress.ts'
import { linksToName } from '../../playlist/links/name-entries.ts'
import type { PlaylistLink } from '../../playlist/links/playlist-link.ts'
import { readPlaylists } from '../../playlist/read.ts'
import { services } from '../../playlist/services/all.ts'
import { spotifyHosts } from '../../playlist/services/spotify/hosts.ts'
import type { Environment } from '../environment.ts'
import type { OpenServers } from '../servers/open-servers.ts'
import { findLinks, haveUnnamed, hostsOf, linkOffline, nameRows, readLinks } from './read-links.ts'

/** What reading needs of a request, and what some inputs may be besides files and links. */
export interface InputOptions
  extends Pick<BackupRequest, 'inputs'>,
    Partial<
      Pick<BackupRequest, 'publicPage' | 'only' | 'inputFormat' | 'columns' | 'encoding' | 'order'>
    > {
  /** Read when the input is `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** What some of the inputs were read as before: they are not opened. */
  readonly given?: ReadonlyMap<string, readonly Playlist[]>
}

/** What is known of the input without asking anybody. */
export interface InputSoFar {
  readonly links: ReadonlyMap<string, PlaylistLink>
  /** Of the files; where there are links too, all is read together with them. */
  readonly playlists: readonly Playlist[]
  /** Who has to be asked for the rest. */
  readonly hosts: readonly HostRule[]
}

/** Reads what lies on this machine. Throws UserError where a link is given and nobody may be asked. */
export async function readInput(
  options: InputOptions,
  isOffline: boolean,
  signal: AbortSignal,
): Promise<InputSoFar> {
  const links = findLinks(options.inputs)
  if (links.size > 0 && isOffline) throw linkOffline()
  const playlists = links.size > 0 ? [] : await readFiles(options, signal)
  // Files beside links are read later, and may have rows that their services have to name.
  const mayAsk = links.size > 0 || haveUnnamed(playlists)
  const named = links.size > 0 && links.size < options.inputs.length ? services : []
  const hosts = [
    ...(mayAsk ? spotifyHosts : []),
    ...new Set([
      ...hostsOf([...links.values(), ...playlists.flatMap(linksToName)]),
      ...named.flatMap((service) => service.hosts),
    ]),
  ]
  return { links, playlists, hosts }
}

/** Reads what the links name, and the names of rows that are nothing but a link. */
export async function* askForRest(
  { links, playlists }: InputSoFar,
  options: InputOptions & { readonly servers: OpenServers },
  environment: Environment,
  http: Http,
  signal: AbortSignal,
): AsyncGenerator<Progress, readonly Playlist[]> {
  const linked = yield* readLinks(links, options, environment, http, signal)
  const given = links.size > 0 ? await readFiles(options, signal, linked) : playlists
  return haveUnnamed(given) ? yield* nameRows(given, environment, http, signal) : given
}

function readFiles(
  { inputs, given = new Map(), stdin, only, inputFormat, order, columns, encoding }: InputOptions,
  signal: AbortSignal,
  linked: ReadonlyMap<string, readonly Playlist[]> = new Map(),
): Promise<readonly Playlist[]> {
  return readPlaylists(inputs, {
    signal,
    linked: new Map([...given, ...linked]),
    stdin,
    only,
    format: inputFormat,
    order,
    columns,
    encoding,
  })
}
