import type pg from 'pg'
import { isTransient, retry } from './transient.ts'

/** So often a silent connection is asked whether it is still there. */
const CHECK_MS = 15_000
/** A first connection is waited for so long; afterwards it is tried on behind. */
const FIRST_MS = 5_000

type Listener = (payload?: string) => void

/** One connection that listens on any number of channels, and comes back when it is lost. */
export class ListenConnection implements AsyncDisposable {
  readonly #connect: () => pg.Client
  readonly #channels = new Map<string, Set<Listener>>()
  readonly #closing = new AbortController()
  #client: pg.Client | undefined
  /** The one statement after the other that a connection takes. */
  #last: Promise<unknown> = Promise.resolve()
  #checks: NodeJS.Timeout | undefined
  #opening: Promise<void> | undefined

  constructor(connect: () => pg.Client) {
    this.#connect = connect
  }

  async add(channel: string, listener: Listener): Promise<AsyncDisposable> {
    const listeners = this.#channels.get(channel)
    // Each subscription has a function of its own, even where two bring the same.
    const call: Listener = (payload) => listener(payload)
    if (listeners) listeners.add(call)
    else this.#channels.set(channel, new Set([call]))
    if (this.#client) {
      if (!listeners) await this.#ask(this.#client, listenTo(channel)).catch(() => {})
    } else {
      this.#opening ??= this.#open()
      await Promise.race([this.#opening, delay(FIRST_MS)])
    }
    return { [Symbol.asyncDispose]: () => this.#remove(channel, call) }
  }

  async [Symbol.asyncDispose]() {
    this.#closing.abort()
    clearInterval(this.#checks)
    this.#channels.clear()
    await this.#opening
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => {})
  }

  async #remove(channel: string, call: Listener) {
    const listeners = this.#channels.get(channel)
    if (!listeners?.delete(call) || listeners.size > 0) return
    this.#channels.delete(channel)
    if (this.#client) await this.#ask(this.#client, `UNLISTEN ${quote(channel)}`).catch(() => {})
  }

  /** Tries until it listens, however long that takes: whoever listens has nothing better to do. */
  async #open() {
    const { signal } = this.#closing
    const options = { forMs: Number.POSITIVE_INFINITY, when: () => !signal.aborted, signal }
    // It may be lost again before this is over.
    while (!this.#client && !signal.aborted)
      await retry(() => this.#begin(), options).catch(() => {})
    this.#opening = undefined
  }

  async #begin() {
    const client = this.#connect()
    client.on('error', () => this.#lose(client))
    client.on('end', () => this.#lose(client))
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload))
    try {
      await client.connect()
      for (const channel of this.#channels.keys()) await client.query(listenTo(channel))
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    this.#client = client
    this.#checks = setInterval(() => this.#check(client), CHECK_MS).unref()
    for (const channel of this.#channels.keys()) {
      // Added while the others were asked for.
      await this.#ask(client, listenTo(channel)).catch(() => {})
      this.#tell(channel)
    }
  }

  #check(client: pg.Client) {
    const patience = setTimeout(() => this.#lose(client), CHECK_MS / 3).unref()
    this.#ask(client, 'SELECT 1')
      .catch((error: unknown) => isTransient(error) && this.#lose(client))
      .finally(() => clearTimeout(patience))
  }

  #lose(client: pg.Client) {
    if (this.#client !== client) return
    this.#client = undefined
    clearInterval(this.#checks)
    client.end().catch(() => {})
    if (!this.#closing.signal.aborted) this.#opening ??= this.#open()
  }

  #tell(channel: string, payload?: string) {
    for (const listener of this.#channels.get(channel) ?? []) listener(payload)
  }

  #ask(client: pg.Client, sql: string): Promise<unknown> {
    const asked = this.#last.catch(() => {}).then(() => client.query(sql))
    this.#last = asked.catch(() => {})
    return asked
  }
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
const listenTo = (channel: string) => `LISTEN ${quote(channel)}`
const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
