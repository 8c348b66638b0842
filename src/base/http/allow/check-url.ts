import { RequestRefusedError } from '../errors.ts'
import type { HostRule } from '../http.ts'
import { isAddress } from './address.ts'
import { findForbidden } from './forbidden.ts'

export interface CheckedUrl {
  readonly url: URL
  readonly rule: HostRule
}

/** An address that may be asked, and by which rule; else Refused, with a sentence for the report. */
export function checkUrl(text: string, rules: readonly HostRule[]): CheckedUrl {
  if (!URL.canParse(text)) throw new RequestRefusedError(`${cut(text)} is no address.`)
  const url = new URL(text)
  const shown = showUrl(url)
  const host = url.hostname.replace(/\.$/, '')
  if (url.protocol !== 'https:') throw new RequestRefusedError(`${shown} is not https.`)
  if (url.username !== '' || url.password !== '')
    throw new RequestRefusedError(`${shown} names a user.`)
  if (url.port !== '') throw new RequestRefusedError(`${shown} names a port of its own.`)
  if (isAddress(host)) throw new RequestRefusedError(`${shown} names no host but a number.`)
  const whose = findForbidden(host)
  if (whose) throw new RequestRefusedError(`${shown} is ${whose}: Songkeep never asks for it.`)
  const rule = rules.find((each) => fits(host, each.host))
  if (!rule) throw new RequestRefusedError(`${shown} is on no source’s list of hosts.`)
  url.hostname = host
  url.hash = ''
  return { url, rule }
}

/** `archive.org` is itself alone; `*.archive.org` is all that is below it. */
const fits = (host: string, declared: string) =>
  declared.startsWith('*.') ? host.endsWith(declared.slice(1)) : host === declared

/** For messages: without user, query and fragment, which may hold secrets. */
export const showUrl = ({ protocol, host, pathname }: URL) => cut(`${protocol}//${host}${pathname}`)

const cut = (text: string) =>
  (text.length > 200 ? `${text.slice(0, 199)}…` : text).replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
