import { services } from '../../playlist/services/all.ts'
import { providers } from '../../source/all.ts'

let known: ReadonlySet<string> | undefined

/**
 * The host as it may be told: one that the program itself names, or `other`. A server or a bucket of somebody's own
 * would say whose it is.
 */
export function tellHost(host: string): string {
  known ??= new Set(
    [...providers, ...services].flatMap(({ hosts }) => hosts.map((rule) => rule.host)),
  )
  return known.has(host) ? host : 'other'
}
