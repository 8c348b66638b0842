import { deezer } from './deezer/deezer.ts'
import { listenBrainz } from './listenbrainz/listenbrainz.ts'
import type { MusicService, ServiceLink } from './service.ts'
import { youtube } from './youtube/youtube.ts'

/** Those that give lists without a login. Spotify has a way of its own, because of its login. */
export const services: readonly MusicService[] = [deezer, listenBrainz, youtube]

/** Which service's an address is, and what it names there. Strict: no user, no port, the service's own hosts. */
export function findService(
  text: string,
): { readonly service: MusicService; readonly link: ServiceLink } | undefined {
  const address = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null
  if (address?.username !== '' || address.password !== '' || address.port !== '') return undefined
  for (const service of services) {
    const link = service.readLink(address)
    if (link) return { service, link }
  }
  return undefined
}
