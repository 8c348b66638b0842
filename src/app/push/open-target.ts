import { openHttp } from '../../base/http/open-http.ts'
import { reason } from '../../model/reason.ts'
import type { ListTarget, ServerAccount } from '../../playlist/servers/server.ts'
import { listenBrainz } from '../../playlist/services/listenbrainz/listenbrainz.ts'
import { ListenBrainzLists } from '../../playlist/services/listenbrainz/lists.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { openServers } from '../servers/open-servers.ts'
import { shareLimits } from '../shared-limits.ts'
import { nameOurselves } from '../user-agent.ts'
import { type FindSong, mbidIn, notThere, openFinder } from './find-song.ts'

/** Where lists go to, and what finds songs there. */
export interface PushTarget extends AsyncDisposable {
  readonly lists: ListTarget
  openFinder(signal: AbortSignal, onRead: (done: number) => void): Promise<FindSong>
}

export function openTarget(
  to: ServerAccount | 'listenbrainz',
  environment: Environment,
): PushTarget {
  if (to === 'listenbrainz') return openByToken(environment)
  const servers = openServers(environment, [to])
  const { kind: server, base, credentials } = to
  const lists = servers.find({ server, base, user: credentials.user })
  return {
    lists,
    openFinder: (signal, onRead) => openFinder(lists, signal, onRead),
    [Symbol.asyncDispose]: () => servers[Symbol.asyncDispose](),
  }
}

/** At ListenBrainz a song is a recording of MusicBrainz: what has no MBID cannot stand in a list. */
function openByToken(environment: Environment): PushTarget {
  const { variable = '', url = '' } = listenBrainz.key ?? {}
  const token = environment.keys?.[variable]
  if (token === undefined)
    throw new UserError(
      reason('app.push-needs-token', { variable }),
      reason('app.get-token', { variable, url }),
    )
  const shared = shareLimits(environment)
  const http = openHttp({
    rules: listenBrainz.hosts,
    userAgent: nameOurselves(environment),
    network: environment.network,
    clock: environment.clock,
    openLimiter: shared?.openLimiter,
  })
  return {
    lists: new ListenBrainzLists(http, token),
    openFinder: async () => async (entry) => {
      const id = entry.mbid ?? mbidIn(entry.track.uri)
      return id === undefined ? notThere() : { id, by: 'mbid' }
    },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]()
      await shared?.[Symbol.asyncDispose]()
    },
  }
}
