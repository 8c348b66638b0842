import type { Http } from '../../src/base/http/http.ts'
import { openHttp } from '../../src/base/http/open-http.ts'
import type { OnlineContext, OnlineSource, Source } from '../../src/source/source.ts'
import { answerDirectly } from './direct-http.ts'
import { makeClock, type Reply, startReplay } from './replay.ts'

export interface TextReply extends Reply {
  readonly body: string
}

/** A source behind the real way out, whose every host is one local server. */
export interface ReplayedSource extends Source {
  /** Addresses that were asked for, in order. */
  readonly asked: readonly URL[]
  /** What the way out would not do. */
  readonly refused: readonly string[]
}

const TODAY = '2026-11-21'

/** The user's own: it may stand in a request and nowhere else. */
export const USERS_KEY = 'a-key'

/**
 * What `say` throws, the search throws: a fixture that has no answer is the test's fault, not the host's.
 * `patienceMs` is how long an answer may take: little where none will come.
 */
export async function openReplayed(
  source: OnlineSource,
  say: (url: URL) => TextReply,
  patienceMs = 30_000,
): Promise<ReplayedSource> {
  const failures: unknown[] = []
  const replay = await startReplay((url) => {
    try {
      return say(url)
    } catch (error) {
      failures.push(error)
      return { status: 404 }
    }
  })
  const http = openHttp({
    rules: source.hosts.map((rule) => ({ ...rule, pace: { requests: 1000, perMs: 1 } })),
    userAgent: 'Songkeep/0 (https://songkeep.example)',
    network: replay.network,
    clock: makeClock(),
  })
  const opened = source.open(
    makeContext(source, {
      ask: (request, signal) => http.ask({ ...request, timeoutMs: patienceMs }, signal),
    }),
  )
  return {
    name: opened.name,
    title: opened.title,
    needsNetwork: opened.needsNetwork,
    get asked() {
      return replay.asked.map(({ url }) => url)
    },
    get refused() {
      return http.refused
    },
    async search(track, signal) {
      const found = opened.search(track, signal)
      await Promise.allSettled([found])
      if (failures.length > 0) throw failures[0]
      return found
    },
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]()
      await http[Symbol.asyncDispose]()
      await replay[Symbol.asyncDispose]()
    },
  }
}

/** A source and its answers without the way between them, for thousands of answers. */
export function openDirectly(source: OnlineSource, say: (url: URL) => TextReply): Source {
  return source.open(makeContext(source, answerDirectly(say)))
}

/** A source asks; it neither downloads nor closes the way out. */
function makeContext({ key }: OnlineSource, http: Pick<Http, 'ask'>): OnlineContext {
  return { http: http as Http, today: TODAY, ...(key && { key: USERS_KEY }) }
}
