import type { ServiceMedia } from '../../../model/reasons/network.ts'
import { serviceMedia } from './service-media.ts'

/** What lies at an address that is never asked; without a service where any may have hired the host. */
export interface ForbiddenMedia {
  readonly service?: string
  readonly holds: ServiceMedia
}

/**
 * What lies at that address; undefined where it may be asked as far as `service-media.ts` goes. Nothing is ever
 * asked of what it names, whoever declares the host.
 */
export function findForbidden({
  hostname,
  pathname,
}: Pick<URL, 'hostname' | 'pathname'>): ForbiddenMedia | undefined {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  const path = decodePath(pathname)
  const found = serviceMedia.find(
    ({ hosts, paths }) => hosts.test(host) && (paths === undefined || paths.test(path)),
  )
  return found && { service: found.service, holds: found.holds }
}

/** As a careless server would read it: `/tracks/1/%2573tream` is `/tracks/1/stream` there. */
function decodePath(pathname: string): string {
  let path = pathname
  for (let round = 0; round < MAX_ROUNDS && path.includes('%'); round++)
    path = path.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  return path.replaceAll(/[\\/](?:\.?[\\/])*/g, '/').toLowerCase()
}

const MAX_ROUNDS = 5
