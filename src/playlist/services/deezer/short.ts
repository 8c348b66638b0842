import type { HostRule, Http } from '../../../base/http/http.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { MusicService, ServiceLink } from '../service.ts'

/** Deezer's own: no other host is asked what a short link means. */
export const shortHosts: readonly HostRule[] = ['link.deezer.com', 'deezer.page.link'].map(
  (host) => ({ host, pace: { requests: 1, perMs: 1000 }, atOnce: 1, keepForMs: 3600_000 }),
)

const MAX_HOPS = 4

/** What a short link names. Its redirects are read one by one; the page that it leads to is not asked for. */
export async function resolveShort(
  url: string,
  { title, readLink }: Pick<MusicService, 'title' | 'readLink'>,
  http: Pick<Http, 'ask'>,
  signal: AbortSignal,
): Promise<ServiceLink> {
  let next = url
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const { headers } = await http.ask({ url: next, redirects: 'tell', maxBytes: 2 ** 19 }, signal)
    const found = URL.parse(headers.location ?? '', next)
    const link = found && readLink(found)
    if (!link) break
    if (link.what !== 'short') return link
    next = link.id
  }
  throw new UserError(
    reason('playlist.short-link-of-service', { service: title }),
    reason('playlist.open-short-link'),
  )
}
