import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ownRule } from '../../../base/http/allow/own-rule.ts'
import { openHttp } from '../../../base/http/open-http.ts'
import { reason } from '../../../model/reason.ts'
import { FileStore } from '../../../storage/file/file-store.ts'
import type { ReadablePlace, Store } from '../../../storage/store.ts'
import { WebPlace } from '../../../storage/web/web-place.ts'
import { UserError } from '../../../words/user-error.ts'
import { openStore } from '../../archives/copies/open-store.ts'
import { readTarget } from '../../archives/copies/target.ts'
import type { Environment } from '../../environment.ts'
import { nameOurselves } from '../../user-agent.ts'
import { isAddress } from './address.ts'

/** Where a catalogue is published to: a bucket, or a folder, which is made. */
export async function openForPublishing(
  address: string,
  environment: Environment,
  endpoint?: string,
): Promise<Store> {
  refuseOffline(address, environment)
  const target = readTarget(address, endpoint ?? environment.s3?.endpoint)
  if (target.kind === 'folder') await mkdir(target.path, { recursive: true })
  return openStore(target, environment, endpoint)
}

/** Where a published catalogue is read. `endpoint` is the server of a bucket, named by the user. */
export function openForFetching(
  address: string,
  environment: Environment,
  endpoint?: string,
): ReadablePlace {
  refuseOffline(address, environment)
  if (!isAddress(address)) return new FileStore(resolve(address))
  if (/^s3:/i.test(address))
    return openStore(
      readTarget(address, endpoint ?? environment.s3?.endpoint),
      environment,
      endpoint,
    )
  const url = new URL(address)
  // The user has named it: it may be a server of their own. What it gives is believed by its signature alone.
  const rule = { ...ownRule(url), pace: { requests: 100, perMs: 1000 } }
  const { network, clock } = environment
  const http = openHttp({ rules: [rule], userAgent: nameOurselves(environment), network, clock })
  return new WebPlace(url, http)
}

function refuseOffline(address: string, { offline }: Environment): void {
  if (offline && isAddress(address))
    throw new UserError(
      reason('catalogue.place-offline', { address }),
      reason('playlist.unset-offline'),
    )
}
