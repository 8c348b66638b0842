import { readServerLink } from '../servers/server-link.ts'
import { readLink } from './playlist-link.ts'

/** All forms in which a service’s address is copied are one. */
export function addressKey(uri: string): string {
  const link = readLink(uri)
  switch (link?.kind) {
    case 'playlist':
    case 'album':
    case 'track':
      return `spotify:${link.kind}:${link.id}`
    case 'liked':
      return 'spotify:collection'
    case 'service':
      return link.what === 'short' ? uri : `${link.service}:${link.what}:${link.id}`
    default:
      return uri
  }
}

/** True for an address that a service has given, and not a program that wrote a file. */
export const isOfService = (uri: string) =>
  readServerLink(uri)?.kind === 'server' || (readLink(uri)?.kind ?? 'elsewhere') !== 'elsewhere'

/** Then two lists are the same only under the same address. */
export const areOfOneService = (a: string, b: string) => serviceOf(a) === serviceOf(b)

/** Whose address it is. */
function serviceOf(uri: string): string {
  const own = readServerLink(uri)
  if (own?.kind === 'server') return `${own.server}:${own.base}`
  const link = readLink(uri)
  if (link?.kind === 'service') return link.service
  if (link?.kind === 'elsewhere') return link.service || (URL.parse(uri)?.host ?? uri)
  return link ? 'spotify' : uri
}
