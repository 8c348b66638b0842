import type { HostRule } from '../http.ts'

/**
 * The rule for a server of the user's own that they have named on the command line or in their settings. It is held
 * to that one origin; what it answers is not remembered.
 */
export function ownRule({ protocol, hostname, port }: URL): HostRule {
  if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError(`no server: ${protocol}`)
  return {
    host: hostname.toLowerCase().replace(/\.$/, ''),
    pace: { requests: 20, perMs: 1000 },
    atOnce: 4,
    keepForMs: 0,
    own: { protocol, port },
  }
}
