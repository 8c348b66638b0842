import type { Http } from '../../../src/base/http/http.ts'
import { openHttp } from '../../../src/base/http/open-http.ts'
import type { Reason } from '../../../src/model/reason.ts'
import type { OpenProvider, Provider, ProviderContext } from '../../../src/source/provider.ts'
import { answerDirectly, USER_AGENT } from './direct-http.ts'
import { type Asked, makeClock, type Reply, startReplay } from './replay.ts'
import { type AcceptTable, makeStrict, readTable } from './strict.ts'

export interface TextReply extends Reply {
  readonly body: string
}

/** A source behind the real way out, whose every host is one local server. */
export interface ReplayedSource extends OpenProvider<'search'>, Watched {}

/** What went over the way out. */
export interface Watched {
  readonly requests: readonly Asked[]
  /** Addresses that were asked for, in order. */
  readonly asked: readonly URL[]
  /** What the way out would not do. */
  readonly refused: readonly Reason[]
}

const TODAY = '2026-11-21'

/** The user's own: it may stand in a request and nowhere else. */
export const USERS_KEY = 'a-key'

export async function openReplayed(
  source: Provider<'search'>,
  say: (url: URL) => TextReply,
  patienceMs?: number,
): Promise<ReplayedSource> {
  const way = await openWay(source, say, patienceMs)
  const opened = source.open(way.context)
  return {
    name: opened.name,
    title: opened.title,
    needsNetwork: opened.needsNetwork,
    requests: way.requests,
    get asked() {
      return way.asked
    },
    get refused() {
      return way.refused
    },
    search: (track, signal) => way.watch(opened.search(track, signal)),
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]()
      await way[Symbol.asyncDispose]()
    },
  }
}

/** What the hosts of a provider take. */
export function tablesOf({ name }: Pick<Provider, 'name'>): readonly AcceptTable[] {
  const table = readTable(name)
  return table ? [table] : []
}

/** The real way out to one local server that takes what the real hosts take, for whatever asks the network. */
export interface ReplayedWay extends Watched, AsyncDisposable {
  readonly context: ProviderContext
  /**
   * What `say` throws, the question throws: a fixture that has no answer is the test's fault, not the host's. So
   * does what the real host would not have taken.
   */
  watch<Value>(asking: Promise<Value>): Promise<Value>
}

/** `patienceMs` is how long an answer may take: little where none will come. */
export async function openWay(
  online: Pick<Provider, 'name' | 'key' | 'hosts'>,
  say: (url: URL, asked: Asked) => Reply,
  patienceMs = 30_000,
): Promise<ReplayedWay> {
  const failures: unknown[] = []
  const strict = makeStrict(tablesOf(online), (url, asked) => {
    try {
      return say(url, asked)
    } catch (error) {
      failures.push(error)
      return { status: 404 }
    }
  })
  const replay = await startReplay(strict.say)
  const http = openHttp({
    rules: online.hosts.map((rule) => ({ ...rule, pace: { requests: 1000, perMs: 1 } })),
    userAgent: USER_AGENT,
    network: replay.network,
    clock: makeClock(),
  })
  return {
    context: makeContext(online, {
      ask: (request, signal) => http.ask({ ...request, timeoutMs: patienceMs }, signal),
    }),
    requests: replay.asked,
    get asked() {
      return replay.asked.map(({ url }) => url)
    },
    get refused() {
      return http.refused
    },
    async watch(asking) {
      await Promise.allSettled([asking])
      strict.check()
      if (failures.length > 0) throw failures[0]
      return asking
    },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]()
      await replay[Symbol.asyncDispose]()
    },
  }
}

/** A source and its answers without the way between them, for thousands of answers. */
export function openDirectly(
  source: Provider<'search'>,
  say: (url: URL) => TextReply,
): OpenProvider<'search'> {
  return source.open(makeContext(source, answerDirectly(say, tablesOf(source))))
}

/** Providers ask; they neither download nor close the way out. */
export function makeContext(
  { key }: Pick<Provider, 'key'>,
  http: Pick<Http, 'ask'>,
): ProviderContext {
  return { http: http as Http, today: TODAY, key: key ? USERS_KEY : undefined }
}
