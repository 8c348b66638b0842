import { reason } from '../../model/reason.ts'
import type { Credentials, ServerAccount } from '../../playlist/servers/server.ts'
import { baseOf, readServerLink, type ServerLink } from '../../playlist/servers/server-link.ts'
import { UserError } from '../../words/user-error.ts'
import type { Environment } from '../environment.ts'

/** Asks the user on the command line; undefined where nobody is there. */
export type AskUser = (what: 'user' | 'password', server: string) => Promise<string>

/**
 * Who the user is on a server that they have named on the command line. What their environment says is for its own
 * server, where it names one; what it leaves out is asked.
 */
export async function nameAccount(
  link: ServerLink,
  environment: Environment,
  ask: AskUser | undefined,
): Promise<ServerAccount> {
  const { server: kind, base } = link
  const known = findSettings(link, environment)
  const { apiKey } = known
  const place = new URL(base).host
  const askFor = async (what: 'user' | 'password') => {
    const said = await ask?.(what, place)
    if (said) return said
    throw new UserError(
      reason('playlist.server-needs-login', { server: place }),
      reason('playlist.give-server-login', { prefix: `SONGKEEP_${kind.toUpperCase()}` }),
    )
  }
  if (apiKey !== undefined)
    return { kind, base, credentials: { user: link.user ?? known.user, apiKey } }
  const user = link.user ?? known.user ?? (await askFor('user'))
  const password = known.password ?? (await askFor('password'))
  return { kind, base, credentials: { user, password } }
}

/** Those that the environment names, each with all that it takes to log in: whatever names them may be read there. */
export function settledAccounts({ servers = [] }: Environment): readonly ServerAccount[] {
  return servers.flatMap(({ kind, address, user, password, apiKey }) => {
    const link = address === undefined ? undefined : readServerLink(`${kind}:${address}`)
    if (link?.kind !== 'server') return []
    const canLogIn = apiKey !== undefined || (user !== undefined && password !== undefined)
    return canLogIn ? [{ kind, base: link.base, credentials: { user, password, apiKey } }] : []
  })
}

/** Nothing of another server, and no password of another user. */
function findSettings(
  { server, base, user }: ServerLink,
  { servers = [] }: Environment,
): Credentials {
  const known = servers.find(({ kind }) => kind === server)
  if (!known) return {}
  const url = known.address === undefined ? undefined : URL.parse(known.address)
  const isThere = known.address === undefined || (url && baseOf(url) === base)
  const isAnother = user !== undefined && known.user !== undefined && user !== known.user
  return isThere && !isAnother ? known : {}
}

/** What `--from` and `--to` name: `subsonic:https://…`, or `subsonic` alone for the one of the environment. */
export function readServerName(text: string, { servers = [] }: Environment): ServerLink {
  const bare = servers.find(({ kind }) => kind === text.trim().toLowerCase())
  if (bare && bare.address === undefined)
    throw new UserError(
      reason('playlist.server-address', { server: bare.kind }),
      reason('playlist.name-server', { variable: `SONGKEEP_${bare.kind.toUpperCase()}_SERVER` }),
    )
  const link = readServerLink(bare ? `${bare.kind}:${bare.address}` : text)
  if (link?.kind === 'server') return link
  if (link) throw new UserError(link.why, reason('playlist.write-server-so'))
  throw new UserError(
    reason('playlist.no-server-named', { text: text.slice(0, 200) }),
    reason('playlist.write-server-so'),
  )
}

export interface NamedInputs {
  /** As they were given; servers by their whole addresses. */
  readonly inputs: readonly string[]
  readonly accounts: readonly ServerAccount[]
}

/** Who the user is on each server that their command line names. */
export async function nameInputs(
  given: readonly string[],
  isServer: (input: string) => boolean,
  environment: Environment,
  ask: AskUser | undefined,
): Promise<NamedInputs> {
  const inputs: string[] = []
  const accounts: ServerAccount[] = []
  for (const each of given) {
    const link = isServer(each) ? readServerName(each, environment) : undefined
    inputs.push(link && !readServerLink(each) ? `${link.server}:${link.base}` : each)
    if (link) accounts.push(await nameAccount(link, environment, ask))
  }
  return { inputs, accounts }
}
