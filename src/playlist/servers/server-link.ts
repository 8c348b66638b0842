import { type Reason, reason } from '../../model/reason.ts'
import { type ServerAccount, type ServerName, serverNames } from './server.ts'

/** What `subsonic:https://ann@music.example/base?list=12` names. */
export interface ServerLink {
  readonly kind: 'server'
  readonly server: ServerName
  /** Without a slash at its end. */
  readonly base: string
  readonly user?: string
  /** One list of it; without it all of them. */
  readonly list?: string
  /** One song of it. */
  readonly song?: string
}

/** An address of a server that cannot be one. */
export interface ServerFault {
  readonly kind: 'no-server'
  readonly why: Reason
}

const LINK = new RegExp(`^(${serverNames.join('|')}):(.*)$`, 'is')

/** Undefined where the text is of another kind. A password in it is a fault: others may read a command line. */
export function readServerLink(text: string): ServerLink | ServerFault | undefined {
  const found = LINK.exec(text.trim())
  if (!found) return undefined
  const [, name = '', address = ''] = found
  const server = name.toLowerCase() as ServerName
  const url = /^https?:\/\/[^\s\\]+$/i.test(address) ? URL.parse(address) : null
  if (!url) return { kind: 'no-server', why: reason('playlist.server-address', { server }) }
  if (url.password !== '')
    return { kind: 'no-server', why: reason('playlist.server-password-told', { server }) }
  const { searchParams } = url
  return {
    kind: 'server',
    server,
    base: baseOf(url),
    user: decode(url.username) || undefined,
    list: searchParams.get('list') || undefined,
    song: searchParams.get('song') || undefined,
  }
}

/** An address as users copy it: `https://music.example/app/#/login` is the server at `https://music.example`. */
export function baseOf({ origin, pathname }: URL): string {
  const path = pathname
    .replace(/\/(?:app|rest|web)(?:\/.*)?$|\/index\.html$/, '')
    .replace(/\/+$/, '')
  return `${origin}${path}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Where a list or a song of a server is named from then on; without the user, who may be another. */
export const nameOnServer = (
  { kind, base }: Pick<ServerAccount, 'kind' | 'base'>,
  what: 'list' | 'song',
  id: string,
) => `${kind}:${base}/?${new URLSearchParams({ [what]: id })}`
