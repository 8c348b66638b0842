import { readServerLink } from '../servers/server-link.ts'
import { readLink } from './playlist-link.ts'

/** Liked songs without a word of whose they are, as they were named until 2026. */
const ANYBODYS = 'spotify:collection'

/** All forms in which a service’s address is copied are one. */
export function addressKey(uri: string): string {
  const link = readLink(uri)
  switch (link?.kind) {
    case 'playlist':
    case 'album':
    case 'track':
      return `spotify:${link.kind}:${link.id}`
    case 'liked':
      return link.user === undefined ? ANYBODYS : `spotify:user:${link.user}:collection`
    case 'service':
      return link.what === 'short' ? uri : `${link.service}:${link.what}:${link.id}`
    default:
      return uri
  }
}

/** True for an address that a service has given, and not a program that wrote a file. */
export const isOfService = (uri: string) =>
  readServerLink(uri)?.kind === 'server' || (readLink(uri)?.kind ?? 'elsewhere') !== 'elsewhere'

/** True where one service knows two lists under these addresses: they are not the same, whatever is in them. */
export function areOtherLists(a: string, b: string): boolean {
  const [one, other] = [addressKey(a), addressKey(b)]
  if (one === other || serviceOf(a) !== serviceOf(b)) return false
  // Liked songs that say not whose they are may be those of either user.
  return !(
    [one, other].includes(ANYBODYS) &&
    /:collection$/.test(one) &&
    /:collection$/.test(other)
  )
}

/** Whose address it is. */
function serviceOf(uri: string): string {
  const own = readServerLink(uri)
  if (own?.kind === 'server') return `${own.server}:${own.base}`
  const link = readLink(uri)
  if (link?.kind === 'service') return link.service
  if (link?.kind === 'elsewhere') return link.service || (URL.parse(uri)?.host ?? uri)
  return link ? 'spotify' : uri
}
