import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openFileBudget } from '../base/http/budget/file-budget.ts'
import type { HostRule, Http } from '../base/http/http.ts'
import { openHttp } from '../base/http/open-http.ts'
import { type Fetcher, openFetcher } from '../media/download.ts'
import { providers } from '../source/all.ts'
import { chooseRules } from '../source/online/hosts.ts'
import type { OpenProvider, Provider, ProviderContext } from '../source/provider.ts'
import { contactOf } from './contact.ts'
import type { Environment } from './environment.ts'
import { shareLimits } from './shared-limits.ts'
import { nameOurselves } from './user-agent.ts'

/** The open world, for one run: all that may be asked, through one way out. */
export interface OpenOnline extends AsyncDisposable {
  readonly http: Http
  readonly fetcher: Fetcher
  /** In the order in which they are asked. */
  readonly providers: readonly OpenProvider[]
}

/**
 * Those that need a key of the user's are left out where there is none; `doctor` says what they would add.
 * `more` are hosts that the input itself lies at.
 */
export function openOnline(
  environment: Environment,
  today: string,
  more: readonly HostRule[] = [],
): OpenOnline {
  const { cacheDir, keys = {}, network, clock } = environment
  const usable = providers.filter(({ key }) => !key?.required || keys[key.variable] !== undefined)
  const hasContact = contactOf(environment) !== undefined
  mkdirSync(cacheDir, { recursive: true })
  const shared = shareLimits(environment)
  const http = openHttp({
    rules: [
      ...more,
      ...chooseRules(
        usable.flatMap(({ hosts }) => hosts),
        hasContact,
      ),
    ],
    userAgent: nameOurselves(environment),
    cacheFile: join(cacheDir, 'http.sqlite'),
    network,
    clock,
    openLimiter: shared?.openLimiter,
    sharedAnswers: shared?.answers,
  })
  const budget = shared?.budget ?? openFileBudget(join(cacheDir, 'budget.json'))
  const contextOf = ({ key }: Provider): ProviderContext => {
    const value = key && keys[key.variable]
    return { http, today, budget, key: value }
  }
  const opened = usable.map((provider) => provider.open(contextOf(provider)))
  return {
    http,
    fetcher: openFetcher(http, join(cacheDir, 'downloads')),
    providers: opened,
    async [Symbol.asyncDispose]() {
      for (const each of opened) await each[Symbol.asyncDispose]()
      await http[Symbol.asyncDispose]()
      await shared?.[Symbol.asyncDispose]()
    },
  }
}
