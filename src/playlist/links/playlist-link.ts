import { readServiceLink } from '../reading/services/service-link.ts'
import { readServerLink, type ServerFault, type ServerLink } from '../servers/server-link.ts'
import { findService } from '../services/all.ts'
import type { ServiceLink } from '../services/service.ts'

/** What an input that is a link asks for. */
export type PlaylistLink =
  | {
      readonly kind: 'playlist' | 'album' | 'track'
      /** 22 letters and digits. */
      readonly id: string
    }
  /** The songs that a user has liked: the one who is logged in, where none is named. */
  | { readonly kind: 'liked'; readonly user?: string }
  /** A file of somebody's own, named by its address alone. */
  | { readonly kind: 'local'; readonly uri: string }
  /** Only Spotify's own redirect knows what it names. */
  | { readonly kind: 'short'; readonly url: string }
  /** Something else of Spotify's: an artist, an episode, a user. */
  | { readonly kind: 'other'; readonly what: string }
  /** A list of another service that gives its lists. */
  | ({ readonly kind: 'service'; readonly service: string } & ServiceLink)
  /** Lists of a server of the user's own. */
  | ServerLink
  | ServerFault
  /** A page of another service, or of nobody who is known. */
  | { readonly kind: 'elsewhere'; readonly service: string; readonly uri: string }

const LIKED = /^spotify:(?:liked|collection|user:([^:\s]{1,200}):collection)$/
const LIKED_PAGE =
  /^https?:\/\/open\.spotify\.com\/(?:intl-[a-z-]{2,8}\/)?collection\/tracks\/?(?:[?#]|$)/

/**
 * Reads an input of the command line as a link; undefined where it is none, and so the name of a file.
 * Strict about hosts: what only looks like Spotify's is `elsewhere`, without a service.
 */
export function readLink(text: string): PlaylistLink | undefined {
  const link = text.trim()
  const server = readServerLink(link)
  if (server) return server
  if (!/^(?:https?:\/\/|spotify:)/i.test(link)) return undefined
  const liked = LIKED.exec(link)
  if (liked || LIKED_PAGE.test(link)) return { kind: 'liked', user: liked?.[1] }
  const given = findService(link)
  if (given) return { kind: 'service', service: given.service.name, ...given.link }
  const found = readServiceLink(link)
  if (!found) return { kind: 'elsewhere', service: '', uri: link.slice(0, 200) }
  const { service, kind, uri } = found
  if (service !== 'Spotify') return { kind: 'elsewhere', service, uri }
  if (kind === 'local') return { kind, uri }
  if (kind === 'short') return { kind, url: uri.replace(/^http:/, 'https:') }
  const [, what = '', id = ''] = uri.split(':')
  return what === 'playlist' || what === 'album' || what === 'track'
    ? { kind: what, id }
    : { kind: 'other', what }
}
