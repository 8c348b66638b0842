import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { reason } from '../../../../model/reason.ts'
import type { Statements } from '../../../postgres/database.ts'
import { isTransient } from '../../../postgres/transient.ts'
import { UnavailableError } from '../../errors.ts'
import type { HostPace, HostRule } from '../../http.ts'
import { MAX_QUIET_MS, type RateLimiter, type TurnCall } from '../rate-limiter.ts'
import { Starts } from '../starts.ts'
import { askTurns, type EndedTurn, type TurnAnswer } from './ask-turns.ts'
import type { Leases } from './leases.ts'
import { type Turn, WaitingLine } from './line.ts'
import { TurnStart } from './turn-start.ts'

/** What the limiters of one process share. */
export interface Shared {
  readonly database: Statements
  readonly egress: string
  readonly holder: string
  readonly leaseMs: number
  /** How long a request waits while the database is away. */
  readonly awayMs: number
  readonly leases: Leases
  /** Those that ask the database now, or wait for the time that it told them: by their runner. */
  readonly asking: Map<string, Asking>
}

export interface Asking {
  /** Asks now instead of at the time that was told. */
  wake(): void
  readonly done: Promise<void>
}

/** Turns that are asked for at once. */
const MAX_AT_ONCE = 8
/** A turn is used so long after it was asked for, or given back; longer where the way to the database is slow. */
const FIRST_SLACK_MS = 50
const MAX_SLACK_MS = 2_000
const FIRST_RETRY_MS = 50
const MAX_RETRY_MS = 2_000

/** The turns of one run at one rule's hosts, among all workers behind one address. */
export class PostgresLimiter implements RateLimiter {
  readonly #runner = randomUUID()
  readonly #rule: HostRule
  readonly #shared: Shared
  readonly #line = new WaitingLine()
  readonly #starts: Starts
  #ended: EndedTurn[] = []
  #hush: { readonly host: string; readonly until: number } | undefined
  #total = 0
  #sharers = 1
  #slackMs = FIRST_SLACK_MS
  #isPlaced = false
  #isAsking = false
  #alarm = new AbortController()

  constructor(rule: HostRule, shared: Shared) {
    this.#rule = rule
    this.#shared = shared
    this.#starts = new Starts(rule, () => performance.now())
  }

  async turn<Value>(call: TurnCall<Value>, signal: AbortSignal): Promise<Value> {
    this.#countRun()
    for (;;) {
      const used = await this.#useTurn(call, signal)
      if (used) return used.value
    }
  }

  /** Undefined where the request was not ready to leave in time: the turn is given back. */
  async #useTurn<Value>(call: TurnCall<Value>, signal: AbortSignal) {
    const joined = this.#line.join(signal)
    this.#begin()
    const turn = await joined
    const lost = this.#shared.leases.hold(turn.id, turn.askedAt)
    this.#starts.note()
    const start = new TurnStart(turn)
    try {
      return { value: await start.call(call, AbortSignal.any([signal, lost])) }
    } catch (error) {
      if (!start.isLate || signal.aborted) throw error
      this.#slackMs = widen(start.lateMs)
      return undefined
    } finally {
      this.#shared.leases.release(turn.id)
      this.#ended.push({ id: turn.id, lateMs: start.isLate ? undefined : start.lateMs })
      this.#wake()
      // Whoever asks next at once says it in the same statement.
      setImmediate(() => this.#begin())
    }
  }

  hush(host: string, ms: number): void {
    const until = performance.now() + ms
    if (until <= (this.#hush?.until ?? 0)) return
    this.#hush = { host, until }
    this.#wake()
    this.#begin()
  }

  get pace(): HostPace {
    return this.#starts.pace(this.#sharers)
  }

  #wake(): void {
    this.#alarm.abort()
  }

  #countRun(): void {
    const { host, perRun = Number.POSITIVE_INFINITY } = this.#rule
    if (this.#total >= perRun)
      throw new UnavailableError(host, reason('network.asked-enough', { host, times: perRun }))
    this.#total++
  }

  /** One statement at a time, for as long as there is something to say or to ask. */
  #begin(): void {
    if (this.#isAsking || !this.#hasWork()) return
    this.#isAsking = true
    const done = this.#ask().finally(() => {
      this.#isAsking = false
      this.#shared.asking.delete(this.#runner)
    })
    this.#shared.asking.set(this.#runner, { wake: () => this.#wake(), done })
  }

  async #ask(): Promise<void> {
    let failedSince: number | undefined
    let retryMs = FIRST_RETRY_MS
    while (this.#hasWork()) {
      this.#alarm = new AbortController()
      try {
        const waitMs = await this.#askOnce()
        failedSince = undefined
        retryMs = FIRST_RETRY_MS
        if (waitMs > 0) await this.#sleep(waitMs)
      } catch (error) {
        failedSince ??= performance.now()
        if (!isPassing(error) || performance.now() - failedSince > this.#shared.awayMs)
          return this.#giveUp(error)
        await setTimeout(retryMs * (0.5 + Math.random() / 2))
        retryMs = Math.min(2 * retryMs, MAX_RETRY_MS)
      }
    }
  }

  /** Whoever has left the line gives up its place in the database too. */
  #hasWork(): boolean {
    return this.#line.length > 0 || this.#ended.length > 0 || this.#isPlaced || !!this.#hush
  }

  /** Returns after how many milliseconds to ask again. */
  async #askOnce(): Promise<number> {
    const count = Math.min(this.#line.length, MAX_AT_ONCE, this.#rule.pace.requests)
    const wanted = Array.from({ length: count }, () => randomUUID())
    const [ended, hush] = [this.#ended, this.#hush]
    this.#ended = []
    this.#isPlaced = count > 0
    const asked = { askedAt: performance.now(), slackMs: this.#slackMs }
    const { askedAt, slackMs } = asked
    try {
      const { egress, holder, leaseMs, database } = this.#shared
      const answer = await askTurns(database, {
        ...{ rule: this.#rule, egress, runner: this.#runner, holder, ended, wanted, leaseMs },
        hush: hush && { host: hush.host, ms: Math.max(0, hush.until - askedAt) },
        slackMs,
      })
      if (this.#hush === hush) this.#hush = undefined
      return this.#take(answer, wanted, asked)
    } catch (error) {
      // Whether it was done is not known: what it may have granted is given back.
      const unknown = wanted.map((id) => ({ id, lateMs: undefined }))
      this.#ended.push(...ended, ...unknown)
      throw error
    }
  }

  #take(answer: TurnAnswer, wanted: readonly string[], asked: Omit<Turn, 'id'>): number {
    const { askedAt, slackMs } = asked
    const lateMs = performance.now() - askedAt
    const isStale = lateMs > slackMs
    this.#slackMs = isStale ? widen(lateMs) : Math.max(FIRST_SLACK_MS, this.#slackMs * 0.98)
    this.#sharers = Math.max(1, answer.sharers)
    for (const id of wanted.slice(0, answer.granted))
      if (isStale || !this.#line.pass({ id, ...asked })) this.#ended.push({ id, lateMs: undefined })
    this.#isPlaced = answer.granted < wanted.length
    if (answer.quietMs > MAX_QUIET_MS) this.#refuseQuiet(answer)
    return this.#line.length === 0 || this.#ended.length > 0 ? 0 : answer.waitMs
  }

  #refuseQuiet({ quietMs, quietHost }: TurnAnswer): void {
    const { host } = this.#rule
    const until = new Date(Date.now() + quietMs).toISOString()
    const why = reason('network.asks-for-quiet', { host: quietHost, until })
    this.#line.refuse(new UnavailableError(host, why, { until }))
  }

  /** What has ended meanwhile is not told any more: its leases end by themselves. */
  #giveUp(error: unknown): void {
    this.#ended = []
    this.#hush = undefined
    this.#isPlaced = false
    const { host } = this.#rule
    this.#line.refuse(
      new UnavailableError(host, reason('network.no-turns', { host }), { cause: error }),
    )
  }

  async #sleep(ms: number): Promise<void> {
    await setTimeout(ms, undefined, { signal: this.#alarm.signal }).catch(() => {})
  }
}

const widen = (lateMs: number) => Math.min(2 * lateMs, MAX_SLACK_MS)

/** Also a statement that took too long (57014): the server was busy. */
const isPassing = (error: unknown) =>
  isTransient(error) || (error instanceof Error && 'code' in error && error.code === '57014')
