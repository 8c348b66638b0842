import { posix } from 'node:path'
import { fileKey } from '../../../archive/bucket/keys.ts'
import { readWorkingCopy } from '../../../archive/bucket/own-mark.ts'
import { mediaTypeOf, withCharset } from '../../../base/media-types.ts'
import { type CopyRecord, readCopies } from '../../../preserve/mirror/copies-log.ts'
import type { WantedFile } from '../../../preserve/mirror/fetch.ts'
import type { Store } from '../../../storage/store.ts'
import type { Environment } from '../../environment.ts'
import type { RemoteFile } from '../files/sendable.ts'
import { openIfOurs } from './copies.ts'
import { openStore } from './open-store.ts'
import { readTarget } from './target.ts'

/** A player asks for many parts of one file: which copy has it is found out once in so long. */
const REMEMBER_MS = 60_000
const MAX_REMEMBERED = 1000
/** Long enough for a player that pauses and seeks; whoever gets hold of an address has it no longer than that. */
const ADDRESS_S = 10 * 60

/** Where a file is heard from: a bucket of its server, and the key that the file has there. */
interface HeardPlace extends Pick<CopyRecord, 'target' | 'endpoint'> {
  readonly key: string
}

/** Finds kept files in an archive's copies in buckets, to be heard from there. */
export class ListeningCopies {
  readonly #environment: Environment
  readonly #known = new Map<
    string,
    { readonly at: number; readonly place: HeardPlace | undefined }
  >()

  constructor(environment: Environment) {
    this.#environment = environment
  }

  /** Whether browsers are to fetch from the bucket themselves, though the file may be here. */
  get isDirect(): boolean {
    return this.#environment.s3?.listen === 'direct'
  }

  /** Undefined where no bucket that can be reached has the file as it was kept; offline, none is asked. */
  async find(dir: string, file: WantedFile, signal: AbortSignal): Promise<RemoteFile | undefined> {
    if (this.#environment.offline || !this.#environment.s3?.credentials) return undefined
    const place = await this.#findPlace(dir, file, signal)
    if (place === undefined) return undefined
    const name = posix.basename(file.path)
    const type = withCharset(mediaTypeOf(name))
    return {
      ...{ name, type, bytes: file.bytes, etag: file.sha256 },
      address: this.isDirect
        ? (contentDisposition) => this.#sign(place, { type, contentDisposition })
        : undefined,
      read: (range, gone) => this.#read(place, range, gone),
    }
  }

  async #findPlace(dir: string, file: WantedFile, signal: AbortSignal) {
    const key = JSON.stringify([dir, file.path, file.sha256])
    const known = this.#known.get(key)
    if (known && Date.now() - known.at < REMEMBER_MS) return known.place
    const place = await this.#look(dir, file, signal)
    this.#known.delete(key)
    this.#known.set(key, { at: Date.now(), place })
    for (const old of [...this.#known.keys()].slice(0, -MAX_REMEMBERED)) this.#known.delete(old)
    return place
  }

  async #look(dir: string, file: WantedFile, signal: AbortSignal): Promise<HeardPlace | undefined> {
    const own = await this.#lookInOwn(dir, file, signal)
    if (own) return own
    const { archive, copies } = await readCopies(dir, signal)
    for (const { target, endpoint } of copies) {
      if (archive === undefined || !target.startsWith('s3:')) continue
      await using store = await openIfOurs(target, endpoint, archive, this.#environment, signal)
      const found = await store?.head(file.path, signal).catch(() => undefined)
      signal.throwIfAborted()
      if (found?.bytes === file.bytes && found.sha256 === file.sha256)
        return { target, endpoint, key: file.path }
    }
    return undefined
  }

  /** An archive that lies in a bucket has the file there itself, by its digest. */
  async #lookInOwn(
    dir: string,
    { sha256, bytes }: WantedFile,
    signal: AbortSignal,
  ): Promise<HeardPlace | undefined> {
    const target = await readWorkingCopy(dir)
    if (target === undefined) return undefined
    const place = { target, endpoint: this.#environment.s3?.endpoint, key: fileKey(sha256) }
    await using store = this.#open(place)
    const found = await store.head(place.key, signal).catch(() => undefined)
    signal.throwIfAborted()
    return found?.bytes === bytes ? place : undefined
  }

  async #sign(
    place: HeardPlace,
    { type, contentDisposition }: { readonly type: string; readonly contentDisposition: string },
  ): Promise<string | undefined> {
    await using store = this.#open(place)
    const options = { expiresInS: ADDRESS_S, contentType: type, contentDisposition }
    return await store.presign?.(place.key, options)
  }

  async *#read(
    place: HeardPlace,
    range: { readonly start: number; readonly end: number },
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    await using store = this.#open(place)
    yield* store.get(place.key, { range, signal })
  }

  /** Whose copy it is was looked at when it was found: each part that a player asks for is one request. */
  #open({ target, endpoint }: HeardPlace): Store {
    return openStore(readTarget(target, endpoint), this.#environment)
  }
}
