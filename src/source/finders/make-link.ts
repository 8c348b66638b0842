import { isAddress } from '../../base/http/address.ts'
import type { Link, LinkKind } from '../../model/link.ts'

/** Services as people know them, by the end of the host. */
const services: readonly (readonly [string, string])[] = [
  ['music.youtube.com', 'YouTube Music'],
  ['youtube.com', 'YouTube'],
  ['youtu.be', 'YouTube'],
  ['bandcamp.com', 'Bandcamp'],
  ['soundcloud.com', 'SoundCloud'],
  ['open.spotify.com', 'Spotify'],
  ['music.apple.com', 'Apple Music'],
  ['itunes.apple.com', 'iTunes'],
  ['deezer.com', 'Deezer'],
  ['tidal.com', 'Tidal'],
  ['music.amazon.com', 'Amazon Music'],
  ['amazon.com', 'Amazon'],
  ['qobuz.com', 'Qobuz'],
  ['7digital.com', '7digital'],
  ['beatport.com', 'Beatport'],
  ['junodownload.com', 'Juno Download'],
  ['napster.com', 'Napster'],
  ['pandora.com', 'Pandora'],
  ['audiomack.com', 'Audiomack'],
  ['anghami.com', 'Anghami'],
  ['boomplay.com', 'Boomplay'],
  ['archive.org', 'Internet Archive'],
  ['jamendo.com', 'Jamendo'],
  ['freemusicarchive.org', 'Free Music Archive'],
  ['ccmixter.org', 'ccMixter'],
  ['commons.wikimedia.org', 'Wikimedia Commons'],
  ['vimeo.com', 'Vimeo'],
]

/** Parameters that say who clicked, not what is wanted. */
const tracking = /^(?:utm_\w+|si|fbclid|gclid|app|ls|at|ct|pt|mt|itscg|itsct|tag|ref|feature)$/i

/**
 * A link that may be shown: https on a public host, under the name people know the service by, without
 * what follows them about. None where the address is no such.
 */
export function makeLink(kind: LinkKind, address: string, by: string, note?: string): Link[] {
  if (!URL.canParse(address)) return []
  const url = new URL(address)
  if (url.protocol === 'http:') url.protocol = 'https:'
  const host = url.hostname.replace(/^www\./, '')
  const isPublic = host.includes('.') && !isAddress(url.hostname) && url.port === ''
  if (url.protocol !== 'https:' || url.username !== '' || !isPublic) return []
  for (const name of [...url.searchParams.keys()])
    if (tracking.test(name)) url.searchParams.delete(name)
  return [
    { kind, service: nameService(host), url: url.href, by, ...(note !== undefined && { note }) },
  ]
}

const nameService = (host: string) =>
  services.find(([end]) => host === end || host.endsWith(`.${end}`))?.[1] ?? host
