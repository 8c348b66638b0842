import { definedOnly } from '../../base/defined.ts'
import { isAddress } from '../../base/http/allow/address.ts'
import type { Link } from '../../model/link.ts'
import { readText } from './fields.ts'
import { type Service, services } from './services.ts'

/** Parameters for tracking: at no service do they name the page. */
const TRACKING =
  /^(?:utm_.*|mtm_.*|pk_.*|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref|ref_src)$/i

/** Names of local networks, and those that are never public (RFC 6761, RFC 7686). */
const NOT_PUBLIC = /(?:^|\.)(?:localhost|local|internal|lan|home|arpa|invalid|onion)\.?$/

export interface WebPage {
  readonly url: string
  /** The service's name, or the host where it is none that is known. */
  readonly service: string
}

/**
 * An address that a person may be sent to: on the web, on a public host, without
 * parameters for tracking. Undefined for every other.
 */
export function readPage(value: unknown): WebPage | undefined {
  const text = readText(value)?.replace(/^\/\//, 'https://')
  const url = text === undefined ? null : URL.parse(text)
  if (!url || !isPublicPage(url)) return undefined
  const service = services.find(({ hosts }) => hosts.test(url.hostname))
  if (service) url.protocol = 'https:'
  dropTracking(url, service)
  return { url: url.href, service: service?.name ?? url.hostname.replace(/^www\./, '') }
}

function isPublicPage({ protocol, hostname, username, password, port }: URL): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return false
  if (username !== '' || password !== '' || port !== '') return false
  return /[^.]\.[^.]/.test(hostname) && !isAddress(hostname) && !NOT_PUBLIC.test(hostname)
}

function dropTracking(url: URL, service: Service | undefined): void {
  const kept = [...url.searchParams].filter(([name]) =>
    service?.keep ? service.keep.includes(name) : !TRACKING.test(name),
  )
  if (kept.length !== url.searchParams.size) url.search = new URLSearchParams(kept).toString()
  if (service?.keep) url.hash = ''
}

/** A link as a provider gives it; undefined where the address is none to send a person to. */
export function makeLink(
  { kind, by, service, note }: Omit<Link, 'url' | 'service'> & { readonly service?: string },
  value: unknown,
): Link | undefined {
  const place = readPage(value)
  if (!place) return undefined
  return { kind, service: service ?? place.service, url: place.url, by, ...definedOnly({ note }) }
}

/**
 * One link a service and kind, the first being the best, and none where others have named the place already.
 * A page that is not the track's own (it has a note) gives way to one that is, and to any that is known.
 */
export function chooseLinks(links: readonly Link[], known: readonly Link[] = []): readonly Link[] {
  const key = ({ kind, service }: Link) => `${kind} ${service}`
  const own = new Set(known.filter(({ note }) => note === undefined).map(key))
  const any = new Set(known.map(key))
  const urls = new Set(known.map(({ url }) => url))
  return links.filter((link) => {
    const taken = link.note === undefined ? own : any
    if (taken.has(key(link)) || urls.has(link.url)) return false
    own.add(key(link))
    any.add(key(link))
    urls.add(link.url)
    return true
  })
}
