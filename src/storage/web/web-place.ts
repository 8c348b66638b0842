import type { Http } from '../../base/http/http.ts'
import { reason } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'
import { NoSuchKeyError } from '../errors.ts'
import { checkKey } from '../key.ts'
import { encodeKey } from '../s3/client.ts'
import type { GetOptions, ReadablePlace } from '../store.ts'

/** A range is asked for in one request, and held in memory. */
const MAX_BYTES = 16 * 2 ** 20
const TIMEOUT_MS = 10 * 60_000

/**
 * Bytes by key from any web server: a bucket that all may read, or a folder that is served. Nothing is listed or
 * written there. A bucket whose keys may not be listed answers 403 for what it does not have: that counts as not there.
 */
export class WebPlace implements ReadablePlace {
  readonly name: string
  readonly #base: string
  readonly #http: Pick<Http, 'ask'> & AsyncDisposable

  /** `http` leads to the host of `address` alone. */
  constructor(address: URL, http: Pick<Http, 'ask'> & AsyncDisposable) {
    this.#base = `${address.origin}${address.pathname.replace(/\/+$/, '')}`
    this.name = this.#base
    this.#http = http
  }

  /** No more than 16 MiB at a time. */
  async *get(key: string, { range, signal, onBytes }: GetOptions): AsyncGenerator<Uint8Array> {
    const { start = 0, end = start + MAX_BYTES } = range ?? {}
    const request = {
      url: `${this.#base}/${encodeKey(checkKey(key))}`,
      headers: { accept: '*/*', 'accept-encoding': 'identity', range: `bytes=${start}-${end - 1}` },
      fresh: true,
      maxBytes: MAX_BYTES,
      timeoutMs: TIMEOUT_MS,
    }
    const { status, body } = await this.#http.ask(request, signal)
    if (status === 404 || status === 403 || status === 410) throw new NoSuchKeyError(key)
    if (status === 416) return
    if (status !== 200 && status !== 206)
      throw new StorageError(reason('storage.web-refused', { place: this.name, status }))
    // A server that knows no ranges sends all.
    const asked = status === 206 ? body.subarray(0, end - start) : body.subarray(start, end)
    if (asked.length === 0) return
    await onBytes?.(asked.length)
    yield asked
  }

  async [Symbol.asyncDispose]() {
    await this.#http[Symbol.asyncDispose]()
  }
}
