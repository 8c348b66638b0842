import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDailyBudget } from '../base/daily-budget.ts'
import type { HostRule, Http } from '../base/http/http.ts'
import { openHttp } from '../base/http/open-http.ts'
import { type Fetcher, openFetcher } from '../media/download.ts'
import { everythingOnline, finders, sources } from '../source/all.ts'
import type { LookupProvider } from '../source/finder.ts'
import type { Online, OnlineContext, SearchProvider } from '../source/provider.ts'
import { acoustId } from '../source/providers/acoustid/acoustid.ts'
import {
  type CoverFinder,
  coverArtArchive,
} from '../source/providers/cover-art-archive/cover-art-archive.ts'
import type { FingerprintLookup } from '../source/sound-finder.ts'
import type { Environment } from './environment.ts'
import { nameOurselves } from './user-agent.ts'

/** The open world, for one run: all that may be asked, through one way out. */
export interface OpenOnline extends AsyncDisposable {
  readonly http: Http
  readonly fetcher: Fetcher
  readonly sources: readonly SearchProvider[]
  readonly finders: readonly LookupProvider[]
  readonly covers: CoverFinder
  /** Where the user has a key. */
  readonly fingerprintLookup?: FingerprintLookup
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
  const { cacheDir, keys = {}, network } = environment
  const isUsable = ({ key }: Online) => !key?.required || keys[key.variable] !== undefined
  const [usableSources, usableFinders] = [sources.filter(isUsable), finders.filter(isUsable)]
  mkdirSync(cacheDir, { recursive: true })
  const http = openHttp({
    rules: [...more, ...everythingOnline.filter(isUsable).flatMap(({ hosts }) => hosts)],
    userAgent: nameOurselves(environment),
    cacheFile: join(cacheDir, 'http.sqlite'),
    network,
  })
  const budget = openDailyBudget(join(cacheDir, 'budget.json'))
  const contextOf = ({ key }: Online): OnlineContext => {
    const value = key && keys[key.variable]
    return { http, today, budget, key: value }
  }
  const opened = {
    sources: usableSources.map((source) => source.open(contextOf(source))),
    finders: usableFinders.map((finder) => finder.open(contextOf(finder))),
    covers: coverArtArchive.open(contextOf(coverArtArchive)),
    fingerprintLookup: isUsable(acoustId) ? acoustId.open(contextOf(acoustId)) : undefined,
  }
  return {
    http,
    fetcher: openFetcher(http, join(cacheDir, 'downloads')),
    ...opened,
    async [Symbol.asyncDispose]() {
      const { covers, fingerprintLookup } = opened
      for (const each of [...opened.sources, ...opened.finders, covers, fingerprintLookup])
        await each?.[Symbol.asyncDispose]()
      await http[Symbol.asyncDispose]()
    },
  }
}
