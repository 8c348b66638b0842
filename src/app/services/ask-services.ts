import { setTimeout } from 'node:timers/promises'
import type { Http } from '../../base/http/http.ts'
import type { Clock } from '../../base/http/limit/rate-limiter.ts'
import { openHttp } from '../../base/http/open-http.ts'
import { orAbort } from '../../base/http/send/or-abort.ts'
import { reason } from '../../model/reason.ts'
import { chooseRules } from '../../source/online/hosts.ts'
import { UserError } from '../../words/user-error.ts'
import { contactOf } from '../contact.ts'
import type { Environment } from '../environment.ts'
import { shareLimits } from '../shared-limits.ts'
import { nameOurselves } from '../user-agent.ts'
import { type AskResult, judgeService, type ServiceState } from './judge-service.ts'
import { listLinkServices } from './link-services.ts'
import { listProviderServices } from './provider-services.ts'
import type { Service } from './service.ts'
import { type Exchange, watchHttp } from './watch-http.ts'

/** What was found out about one service. */
export interface ServiceFinding extends ServiceState {
  readonly name: string
  readonly title: string
  /** False for one that is asked without a key: it should work for everybody. */
  readonly hasKey: boolean
  readonly exchanges: readonly Exchange[]
}

export interface AskOptions {
  /** For each service, all its questions together. */
  readonly limitMs: number
  /** ISO 8601. */
  readonly today: string
}

const LIMIT_MS = 10_000

/**
 * Asks each service one harmless question, all beside one another, each within its own pace, through the way out that a
 * backup takes and with nothing remembered. UserError where nothing may be asked of the network.
 */
export async function askServices(
  environment: Environment,
  options: Partial<AskOptions>,
  signal: AbortSignal,
): Promise<readonly ServiceFinding[]> {
  const { limitMs = LIMIT_MS, today = new Date().toISOString().slice(0, 10) } = options
  if (environment.offline)
    throw new UserError(reason('app.services-offline'), reason('playlist.unset-offline'))
  const services = [...listProviderServices(environment, today), ...listLinkServices(environment)]
  const hosts = services.flatMap((service) => service.hosts)
  await using shared = shareLimits(environment)
  await using http = openHttp({
    rules: chooseRules(hosts, contactOf(environment) !== undefined),
    userAgent: nameOurselves(environment),
    network: environment.network,
    clock: environment.clock ?? openImpatientClock(limitMs),
    openLimiter: shared?.openLimiter,
  })
  return await Promise.all(
    services.map(async (service) => {
      const { name, title, key } = service
      const known = { name, title, hasKey: key !== undefined }
      if (key && environment.keys?.[key.variable] === undefined)
        return { ...known, ...askForKey(key), exchanges: [] }
      return { ...known, ...(await askService(service, http, limitMs, signal)) }
    }),
  )
}

function askForKey({ adds, url, variable }: NonNullable<Service['key']>): ServiceState {
  const advice = reason('app.get-key', { adds, url, variable })
  return { status: 'needs-key', text: reason('app.service-needs-key'), advice }
}

/** Asks one, for so long at most. Throws the signal's reason. */
export async function askService(
  service: Service,
  http: Http,
  limitMs: number,
  signal: AbortSignal,
): Promise<ServiceState & Pick<ServiceFinding, 'exchanges'>> {
  const watched = watchHttp(http)
  const begun = performance.now()
  const timely = AbortSignal.any([signal, AbortSignal.timeout(limitMs)])
  const result: AskResult = await orAbort(service.ask(watched.http, timely), timely).then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  )
  signal.throwIfAborted()
  const ms = Math.round(performance.now() - begun)
  const { exchanges } = watched
  return { ...judgeService(service, result, exchanges, { ms, limitMs }), exchanges }
}

/** The system's clock for somebody who will not wait longer than that: a host that asks for more is told of at once. */
function openImpatientClock(limitMs: number): Clock {
  return {
    now: () => Date.now(),
    async sleep(ms, signal) {
      if (ms > limitMs)
        throw new UserError(reason('app.service-asks-to-wait', { seconds: Math.ceil(ms / 1000) }))
      await setTimeout(ms, undefined, { signal }).catch(() => {})
      signal.throwIfAborted()
    },
  }
}
