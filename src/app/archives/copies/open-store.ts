import { ownRule } from '../../../base/http/allow/own-rule.ts'
import type { HostRule } from '../../../base/http/http.ts'
import { openHttp } from '../../../base/http/open-http.ts'
import { reason } from '../../../model/reason.ts'
import { FileStore } from '../../../storage/file/file-store.ts'
import { bucketUrl } from '../../../storage/s3/client.ts'
import { S3Store } from '../../../storage/s3/s3-store.ts'
import type { Store } from '../../../storage/store.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { nameOurselves } from '../../user-agent.ts'
import { type CopyTarget, nameTarget, readEndpoint } from './target.ts'

/** More than the usual pace: a server of one's own, or one that is paid by the request. */
const PACE = { pace: { requests: 500, perMs: 1000 }, atOnce: 8, keepForMs: 0 }

/**
 * Opens the place of a copy. `named` is the server that the command line names; an archive's own record may name any,
 * and the user's keys go to none but that of the command line, of the environment, or Amazon's.
 */
export function openStore(target: CopyTarget, environment: Environment, named?: string): Store {
  if (target.kind === 'folder') return new FileStore(target.path)
  const { credentials, region = 'us-east-1', style, endpoint: settled } = environment.s3 ?? {}
  if (!credentials)
    throw new UserError(reason('preserve.no-s3-keys'), reason('preserve.set-s3-keys'))
  const { endpoint } = target
  const allowed = [named, settled].flatMap((each) => (each ? [readEndpoint(each)] : []))
  if (endpoint !== undefined && !allowed.includes(endpoint))
    throw new UserError(
      reason('preserve.endpoint-not-named', { endpoint, target: nameTarget(target) }),
      reason('preserve.name-endpoint', { endpoint }),
    )
  const access = {
    endpoint: endpoint ?? `https://s3.${region}.amazonaws.com`,
    region,
    bucket: target.bucket,
    pathStyle: (style ?? (endpoint === undefined ? 'virtual' : 'path')) === 'path',
    credentials,
  }
  const http = openHttp({
    rules: [ruleFor(bucketUrl(access), endpoint !== undefined)],
    userAgent: nameOurselves(environment),
    network: environment.network,
    clock: environment.clock,
  })
  return new S3Store({ ...access, http }, target.prefix)
}

/** A server that the user has named may lie anywhere; Amazon's lies on the public internet. */
const ruleFor = (url: URL, isOwn: boolean): HostRule =>
  isOwn ? { ...ownRule(url), ...PACE } : { host: url.hostname, ...PACE }
