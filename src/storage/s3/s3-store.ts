import { createHash } from 'node:crypto'
import { reason } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'
import { NoSuchKeyError, noConditions } from '../errors.ts'
import { checkKey } from '../key.ts'
import { readSource } from '../source.ts'
import type {
  Capabilities,
  GetOptions,
  SignedAddressOptions,
  Store,
  StoredObject,
  StoreOptions,
  StoreSource,
} from '../store.ts'
import { askS3, encodeKey, expectOk, refusalOf, type S3Access } from './client.ts'
import { listObjects, listUploads } from './list.ts'
import { abortUpload, PART_BYTES, putInParts } from './multipart.ts'
import { presignGet } from './presign.ts'
import { PROBES, probeBucket } from './probe.ts'
import { confirmSent, putObject, putObjectIfAbsent, type Sent } from './write.ts'

const READ_BYTES = 8 * 2 ** 20

/** A bucket of a server that speaks S3, or what lies in it under a prefix. */
export class S3Store implements Store {
  readonly name: string
  readonly #access: S3Access
  /** Ends with `/` where there is one. */
  readonly #prefix: string
  #capabilities: Promise<Capabilities> | undefined

  constructor(access: S3Access, prefix = '') {
    const bare = prefix.replaceAll(/^\/+|\/+$/g, '')
    this.name = `s3://${access.bucket}${bare && `/${checkKey(bare)}`}`
    this.#access = access
    this.#prefix = bare && `${bare}/`
  }

  async capabilities(signal: AbortSignal): Promise<Capabilities> {
    this.#capabilities ??= probeBucket(this.#access, this.#prefix, this.name, signal)
    try {
      return await this.#capabilities
    } catch (error) {
      this.#capabilities = undefined
      throw error
    }
  }

  async put(key: string, source: StoreSource, options: StoreOptions): Promise<void> {
    await this.capabilities(options.signal)
    const { bytes, sha256 } = source
    const full = this.#keyOf(key)
    const { signal } = options
    let etag: string
    if (source.from instanceof Uint8Array || bytes <= PART_BYTES) {
      const body = await readWhole(source, options)
      etag = md5(body)
      await putObject({ key: full, bytes, sha256, etag }, body, this.#access, this.name, signal)
    } else etag = await putInParts(full, source, this.#access, this.name, options)
    await this.#confirm({ key: full, bytes, sha256, etag }, key, signal)
  }

  async putIfAbsent(
    key: string,
    data: Uint8Array,
    { signal }: StoreOptions,
  ): Promise<'stored' | 'taken'> {
    const { conditionalWrites } = await this.capabilities(signal)
    if (!conditionalWrites) throw noConditions(this.name)
    const sha256 = createHash('sha256').update(data).digest('hex')
    const sent = { key: this.#keyOf(key), bytes: data.length, sha256, etag: md5(data) }
    const result = await putObjectIfAbsent(sent, data, this.#access, this.name, signal)
    if (result === 'stored') await this.#confirm(sent, key, signal)
    return result
  }

  async *get(key: string, { range, signal, onBytes }: GetOptions): AsyncGenerator<Uint8Array> {
    const end = range?.end ?? Number.POSITIVE_INFINITY
    let etag: string | undefined
    for (let at = range?.start ?? 0; at < end; ) {
      const wanted = Math.min(end - at, READ_BYTES)
      const headers = { range: `bytes=${at}-${at + wanted - 1}` }
      const request = { method: 'GET', key: this.#keyOf(key), headers } as const
      const answer = await askS3(request, this.#access, signal)
      if (answer.status === 404) throw new NoSuchKeyError(key)
      // Behind the last byte, as every read of an empty object is.
      if (answer.status === 416) return
      const { body } = expectOk(answer, this.name)
      const start = /^bytes (\d+)-/.exec(answer.headers['content-range'] ?? '')?.[1] ?? '0'
      etag ??= answer.headers.etag
      if (Number(start) !== at || answer.headers.etag !== etag)
        throw new StorageError(reason('storage.changed-while-read', { place: this.name, key }))
      if (body.length > 0) {
        await onBytes?.(body.length)
        yield body
      }
      at += body.length
      if (body.length < wanted) return
    }
  }

  async head(key: string, signal: AbortSignal): Promise<StoredObject | undefined> {
    const request = { method: 'HEAD', key: this.#keyOf(key) } as const
    const answer = await askS3(request, this.#access, signal)
    if (answer.status === 404) return undefined
    const { headers } = expectOk(answer, this.name)
    return {
      key,
      bytes: Number(headers['content-length']),
      modified: toIso(headers['last-modified']),
      sha256: headers['x-amz-meta-sha256'],
    }
  }

  presign(key: string, options: SignedAddressOptions): Promise<string> {
    return presignGet(this.#keyOf(key), options, this.#access)
  }

  async *list(prefix: string, signal: AbortSignal): AsyncGenerator<StoredObject> {
    const full = `${this.#prefix}${prefix}`
    for await (const object of listObjects(this.#access, full, this.name, signal)) {
      if (!object.key.startsWith(full) || this.#isProbe(object.key)) continue
      yield { ...object, key: object.key.slice(this.#prefix.length) }
    }
  }

  /** A copy within the server, compared with its source, and then the source's end. */
  async move(from: string, to: string, signal: AbortSignal): Promise<void> {
    const before = await this.head(from, signal)
    if (!before) throw new NoSuchKeyError(from)
    const source = `/${this.#access.bucket}/${encodeKey(this.#keyOf(from))}`
    const headers = { 'x-amz-copy-source': source }
    const request = { method: 'PUT', key: this.#keyOf(to), headers } as const
    const answer = await askS3(request, this.#access, signal)
    // It may answer 200 and tell of a failure in its body (CopyObject).
    if (
      answer.status >= 300 ||
      !/<(?:\w+:)?CopyObjectResult/.test(new TextDecoder().decode(answer.body))
    )
      throw refusalOf(answer, this.name)
    const after = await this.head(to, signal)
    if (after?.bytes !== before.bytes || after.sha256 !== before.sha256)
      throw new StorageError(reason('storage.written-differs', { place: this.name }))
    await this.delete(from, signal)
  }

  async delete(key: string, signal: AbortSignal): Promise<void> {
    const answer = await askS3({ method: 'DELETE', key: this.#keyOf(key) }, this.#access, signal)
    if (answer.status !== 404) expectOk(answer, this.name)
  }

  async sweep(isOurs: (key: string) => boolean, signal: AbortSignal): Promise<void> {
    const uploads = await listUploads(this.#access, this.#prefix, this.name, signal)
    for (const { key, uploadId } of uploads)
      if (key.startsWith(this.#prefix) && isOurs(key.slice(this.#prefix.length)))
        await abortUpload(key, uploadId, this.#access, signal)
    const probes = listObjects(this.#access, `${this.#prefix}${PROBES}`, this.name, signal)
    for await (const { key } of probes)
      if (this.#isProbe(key)) await askS3({ method: 'DELETE', key }, this.#access, signal)
  }

  async [Symbol.asyncDispose]() {
    await this.#access.http[Symbol.asyncDispose]()
  }

  #keyOf(key: string): string {
    return checkKey(`${this.#prefix}${checkKey(key)}`)
  }

  #isProbe(key: string): boolean {
    return key.startsWith(`${this.#prefix}${PROBES}`)
  }

  #confirm(sent: Sent, key: string, signal: AbortSignal): Promise<void> {
    return confirmSent(sent, this.#access, this.name, signal, () => this.get(key, { signal }))
  }
}

async function readWhole(source: StoreSource, options: StoreOptions): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of readSource(source, PART_BYTES, options)) pieces.push(piece)
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
}

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex')

function toIso(date: string | undefined): string {
  const time = Date.parse(date ?? '')
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}
