import { setTimeout as sleep } from 'node:timers/promises'
import { openNamespace } from './namespace.ts'
import { startProxy } from './proxy.ts'

/** What a worker runs on: a network namespace where one can be made, and a place behind proxies everywhere. */
export interface Machine extends AsyncDisposable {
  readonly isNamespace: boolean
  /** What its commands begin with. */
  readonly command: readonly string[]
  /** Where the others are, as seen from here. */
  readonly host: string
  readonly databasePort: number
  readonly replayPort: number
  /** Its network is gone for so long, or until the signal: database and all hosts. */
  cut(ms: number, signal: AbortSignal): Promise<void>
  /** For so long it reaches all but the database. */
  cutDatabase(ms: number): Promise<void>
}

export interface Ports {
  readonly database: number
  readonly replay: number
}

export async function openMachine(at: number, { database, replay }: Ports): Promise<Machine> {
  const namespace = openNamespace(at)
  const host = namespace?.host ?? '127.0.0.1'
  const [toDatabase, toReplay] = [await startProxy(database, host), await startProxy(replay, host)]
  return {
    isNamespace: namespace !== undefined,
    command: namespace?.command ?? [],
    host,
    databasePort: toDatabase.port,
    replayPort: toReplay.port,
    cutDatabase: (ms) => toDatabase.cut(ms),
    async cut(ms, signal) {
      if (!namespace)
        return void (await Promise.all([toDatabase.cut(ms, signal), toReplay.cut(ms, signal)]))
      namespace.setCable(false)
      await sleep(ms, undefined, { signal }).catch(() => {})
      namespace.setCable(true)
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([toDatabase[Symbol.asyncDispose](), toReplay[Symbol.asyncDispose]()])
      namespace?.[Symbol.dispose]()
    },
  }
}
