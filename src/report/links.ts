import type { Link, LinkKind } from '../model/link.ts'
import type { Outcome } from '../model/outcome.ts'
import { say } from '../words/say.ts'
import type { Words } from '../words/words.ts'

/** Links of one kind, in the order in which they were given. */
export interface LinkGroup {
  readonly kind: LinkKind
  readonly links: readonly Link[]
}

/** Every kind, in the order in which a listener wants them. */
const linkKinds = [
  'watch',
  'listen',
  'download',
  'buy',
  'homepage',
  'search',
] as const satisfies readonly LinkKind[]

/**
 * The links of an outcome that lead to the web, each address once and as a browser would write it: no
 * character in it is more than ASCII. Nothing else that a provider may have said becomes a link.
 */
export function listLinks(outcome: Outcome): readonly Link[] {
  const given = 'links' in outcome ? (outcome.links ?? []) : []
  const byAddress = new Map<string, Link>()
  for (const link of given) {
    const url = webAddress(link.url)
    if (url !== undefined && !byAddress.has(url)) byAddress.set(url, { ...link, url })
  }
  return [...byAddress.values()]
}

/** The same by kind; kinds without a link are left out. */
export function groupLinks(outcome: Outcome): readonly LinkGroup[] {
  const byKind = Map.groupBy(listLinks(outcome), ({ kind }) => kind)
  return linkKinds.flatMap((kind) => {
    const links = byKind.get(kind)
    return links ? [{ kind, links }] : []
  })
}

/** What to know of a link before it is followed. */
export function describeLink({ kind, note = '' }: Link, words: Words): readonly string[] {
  return [
    ...(kind === 'search' ? [words.evidence.notChecked] : []),
    ...(note === '' ? [] : [say(note, words)]),
  ]
}

/** No address that leads anywhere is longer. */
const MAX_ADDRESS_LENGTH = 4000

/**
 * The address where it is one of the web's, percent-encoded; nothing for any other, nor for one with a
 * name before its host: that is a secret, or made to be misread.
 */
export function webAddress(url: string): string | undefined {
  const parsed = url.length > MAX_ADDRESS_LENGTH ? null : URL.parse(url)
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined
  return parsed.username === '' && parsed.password === '' ? parsed.href : undefined
}
