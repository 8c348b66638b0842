import { ownRule } from '../../base/http/allow/own-rule.ts'
import type { Http } from '../../base/http/http.ts'
import { openHttp } from '../../base/http/open-http.ts'
import { reason } from '../../model/reason.ts'
import { openServer } from '../../playlist/servers/all.ts'
import type { PlaylistServer, ServerAccount } from '../../playlist/servers/server.ts'
import type { ServerLink } from '../../playlist/servers/server-link.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'
import { nameOurselves } from '../user-agent.ts'
import { settledAccounts } from './accounts.ts'

/** The user's own servers, for one run: each is asked by a way out of its own. */
export interface OpenServers extends AsyncDisposable, Pick<Http, 'contacted' | 'refused'> {
  /** UserError where the user has not named that server. */
  find(link: Pick<ServerLink, 'server' | 'base' | 'user'>): PlaylistServer
}

/**
 * `named` are those of the command line. Whatever else names a server (a page's link, what an archive remembers) is
 * held to those of the settings: nobody else may have a request sent into the user's network, or their password to
 * somewhere.
 */
export function openServers(
  environment: Environment,
  named: readonly ServerAccount[] = [],
): OpenServers {
  const accounts = [...named, ...settledAccounts(environment)]
  const opened = new Map<ServerAccount, { readonly http: Http; readonly server: PlaylistServer }>()
  const open = (account: ServerAccount) => {
    const http = openHttp({
      rules: [ownRule(new URL(account.base))],
      userAgent: nameOurselves(environment),
      network: environment.network,
      clock: environment.clock,
    })
    return { http, server: openServer({ ...account, http }) }
  }
  return {
    find({ server: kind, base, user }) {
      const account = accounts.find(
        (each) =>
          each.kind === kind &&
          each.base === base &&
          (user === undefined || user === each.credentials.user),
      )
      if (!account) throw notNamed(kind, base)
      const found = opened.get(account) ?? open(account)
      opened.set(account, found)
      return found.server
    },
    get contacted() {
      return [...opened.values()].flatMap(({ http }) => http.contacted)
    },
    get refused() {
      return [...opened.values()].flatMap(({ http }) => http.refused)
    },
    async [Symbol.asyncDispose]() {
      for (const { http, server } of opened.values()) {
        await server[Symbol.asyncDispose]()
        await http[Symbol.asyncDispose]()
      }
    },
  }
}

const notNamed = (kind: string, base: string) =>
  new UserError(
    reason('playlist.server-not-named', { server: new URL(base).host }),
    reason('playlist.name-server', { variable: `SONGKEEP_${kind.toUpperCase()}_SERVER` }),
  )
