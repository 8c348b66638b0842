import { reason } from '../../model/reason.ts'
import { type Credentials, type ServerName, serverNames } from '../../playlist/servers/server.ts'

const titles: Readonly<Record<ServerName, string>> = { subsonic: 'Subsonic', jellyfin: 'Jellyfin' }

/** Where such a server is to be had. */
const homes: Readonly<Record<ServerName, string>> = {
  subsonic: 'https://www.navidrome.org/',
  jellyfin: 'https://jellyfin.org/',
}

/** A server of the user's own as their environment or their settings name it. */
export interface ServerSettings extends Credentials {
  readonly kind: ServerName
  readonly address?: string
}

type Variables = Readonly<Record<string, string | undefined>>

/**
 * `SONGKEEP_SUBSONIC_SERVER`, `_USER`, `_PASSWORD`, `_API_KEY`; the same of Jellyfin. User and password may stand in the
 * address: neither a variable nor the settings are a command line, which others on the machine can read.
 */
export const readServers = (variables: Variables): readonly ServerSettings[] =>
  serverNames.map((kind) => {
    const read = (what: string) => variables[`SONGKEEP_${kind.toUpperCase()}_${what}`]
    const named = readAddress(read('SERVER')?.trim())
    return {
      kind,
      address: named?.address,
      user: read('USER')?.trim() || named?.user,
      // Spaces may be part of it.
      password: read('PASSWORD') || named?.password,
      apiKey: read('API_KEY')?.trim() || undefined,
    }
  })

/** What is not of the environment comes from the settings; of each kind all from one of them, so that no password goes to the other's server. */
export const joinServers = (
  servers: readonly ServerSettings[],
  saved: Variables,
): readonly ServerSettings[] => {
  const settled = readServers(saved)
  return serverNames.flatMap((name) => {
    const [given, other] = [servers, settled].map((each) => each.find(({ kind }) => kind === name))
    const { kind: _, ...facts } = given ?? {}
    const isGiven = Object.values(facts).some((fact) => fact !== undefined)
    return (isGiven ? given : other) ?? []
  })
}

/** The one variable that the page's settings have of each kind: the address with the user and the password in it. */
export const serverKeys = serverNames.map((kind) => ({
  title: titles[kind],
  key: {
    variable: `SONGKEEP_${kind.toUpperCase()}_SERVER`,
    required: false,
    adds: reason('app.server-adds'),
    url: homes[kind],
  },
}))

/** Undefined where it is no address of a server. */
export function readAddress(text: string | undefined) {
  const url = text !== undefined && /^https?:\/\//i.test(text) ? URL.parse(text) : null
  if (!url) return text === undefined || text === '' ? undefined : { address: text }
  const [user, password] = [url.username, url.password].map((part) => decode(part) || undefined)
  url.username = url.password = ''
  return { address: url.href, user, password }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
