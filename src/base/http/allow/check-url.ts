import { reason } from '../../../model/reason.ts'
import { RequestRefusedError } from '../errors.ts'
import type { HostRule } from '../http.ts'
import { isAddress } from './address.ts'
import { findForbidden } from './forbidden.ts'

export interface CheckedUrl {
  readonly url: URL
  readonly rule: HostRule
}

/** An address that may be asked, and by which rule; else RequestRefusedError. */
export function checkUrl(text: string, rules: readonly HostRule[]): CheckedUrl {
  if (!URL.canParse(text))
    throw new RequestRefusedError(reason('network.no-address', { text: cut(text) }))
  const url = new URL(text)
  const address = showUrl(url)
  const host = url.hostname.replace(/\.$/, '')
  const own = rules.find((each) => isOwn(url, host, each))
  if (url.protocol !== 'https:' && !own)
    throw new RequestRefusedError(reason('network.not-https', { address }))
  if (url.username !== '' || url.password !== '')
    throw new RequestRefusedError(reason('network.names-user', { address }))
  if (own) {
    refuseForbidden(url, address)
    url.hostname = host
    url.hash = ''
    return { url, rule: own }
  }
  if (url.port !== '') throw new RequestRefusedError(reason('network.names-port', { address }))
  if (isAddress(host)) throw new RequestRefusedError(reason('network.names-number', { address }))
  refuseForbidden(url, address)
  const rule = rules.find((each) => !each.own && fits(host, each.host))
  if (!rule) throw new RequestRefusedError(reason('network.not-on-list', { address }))
  url.hostname = host
  url.hash = ''
  return { url, rule }
}

function refuseForbidden(url: URL, address: string): void {
  const media = findForbidden(url)
  if (media) throw new RequestRefusedError(reason('network.forbidden', { address, ...media }))
}

/** The one origin that the user has named: the same name with another port or protocol is another server. */
const isOwn = ({ protocol, port }: URL, host: string, { host: declared, own }: HostRule) =>
  own !== undefined && host === declared && protocol === own.protocol && port === own.port

/** `archive.org` is itself alone; `*.archive.org` is all that is below it. */
const fits = (host: string, declared: string) =>
  declared.startsWith('*.') ? host.endsWith(declared.slice(1)) : host === declared

/** For messages: without user, query and fragment, which may hold secrets. */
export const showUrl = ({ protocol, host, pathname }: URL) => cut(`${protocol}//${host}${pathname}`)

const cut = (text: string) =>
  (text.length > 200 ? `${text.slice(0, 199)}…` : text).replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
