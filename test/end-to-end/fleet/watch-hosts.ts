import type { HostRule } from '../../../src/base/http/http.ts'
import { providers } from '../../../src/source/all.ts'
import type { Asked } from '../../support/hosts/replay.ts'
import { SENT_AT } from './sent-at.ts'

/** What a host's rule allows, and what was asked of it. */
export interface HostWatch {
  readonly host: string
  readonly starts: number
  /** Requests that left before the period was over in which so many had left already. */
  readonly aboveLimit: number
  /** The least time in which one request more than a period allows has left, as a part of the period. */
  readonly closest: number
}

/** Of each rule of a provider by which anything was asked. */
export function watchHosts(asked: readonly Asked[]): readonly HostWatch[] {
  const rules = new Map<string, HostRule>(
    providers.flatMap(({ hosts }) => hosts.map((rule) => [rule.host, rule] as const)),
  )
  const byRule = Map.groupBy(asked, ({ url }) => ruleOf(url.hostname, rules))
  return [...byRule].map(([host, all]) => watch(host, all, rules.get(host)))
}

function ruleOf(hostname: string, rules: ReadonlyMap<string, HostRule>): string {
  const wide = hostname.replace(/^[^.]+\./, '*.')
  return [hostname, wide].find((host) => rules.has(host)) ?? hostname
}

function watch(host: string, asked: readonly Asked[], rule: HostRule | undefined): HostWatch {
  if (!rule) throw new Error(`Asked by no provider's rule: ${host}`)
  const { requests, perMs } = rule.pace
  const times = asked.map(({ headers }) => Number(headers[SENT_AT])).toSorted((a, b) => a - b)
  const spans = times.slice(requests).map((at, index) => at - times[index]!)
  const least = Math.min(...spans, Number.POSITIVE_INFINITY)
  return {
    host,
    starts: times.length,
    aboveLimit: spans.filter((span) => span < perMs - TOLERANCE_MS).length,
    closest: Math.round((1000 * least) / perMs) / 1000,
  }
}

/** A first request at a host waits for its connection, after its turn has come. */
const TOLERANCE_MS = 50

/** Addresses of sound that were asked for more than once, and how often in all. */
export function countSounds(asked: readonly Asked[]) {
  const sounds = asked.filter(({ url }) => url.pathname.startsWith('/download/'))
  const different = new Set(sounds.map(({ url }) => url.href)).size
  return { fetched: sounds.length, again: sounds.length - different }
}
