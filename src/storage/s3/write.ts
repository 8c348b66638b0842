import { createHash } from 'node:crypto'
import { UnavailableError } from '../../base/http/errors.ts'
import { reason } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'
import { noConditions } from '../errors.ts'
import { askS3, expectOk, refusalOf, type S3Access, type S3Answer } from './client.ts'

/** An object that has been sent, as the server can tell it again. */
export interface Sent {
  readonly key: string
  readonly bytes: number
  readonly sha256: string
  /** MD5 as most servers give it as ETag; of several parts, the MD5 of theirs and their number. */
  readonly etag: string
}

const ATTEMPTS = 4

/** One request with all bytes; what had the key is replaced. */
export async function putObject(
  sent: Sent,
  body: Uint8Array,
  access: S3Access,
  place: string,
  signal: AbortSignal,
): Promise<void> {
  const headers = { 'x-amz-meta-sha256': sent.sha256 }
  const request = { method: 'PUT', key: sent.key, headers, body } as const
  expectOk(await askS3(request, access, signal), place)
}

/**
 * The same under the condition that nothing has the key. A reply that was lost, 409 and 5xx leave it open who has won:
 * what is there is read then and compared, and only if nothing is there it is tried again.
 */
export async function putObjectIfAbsent(
  sent: Sent,
  body: Uint8Array,
  access: S3Access,
  place: string,
  signal: AbortSignal,
): Promise<'stored' | 'taken'> {
  const headers = { 'x-amz-meta-sha256': sent.sha256, 'if-none-match': '*' }
  const request = { method: 'PUT', key: sent.key, headers, body, repeatable: false } as const
  let last: S3Answer | unknown
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await askS3(request, access, signal).catch((error: unknown) => {
      if (signal.aborted || !(error instanceof UnavailableError)) throw error
      last = error
      return undefined
    })
    if (answer && answer.status < 300) return 'stored'
    if (answer?.status === 501) throw noConditions(place)
    const isOpen = !answer || answer.status === 409 || answer.status === 412 || answer.status >= 500
    if (!isOpen) throw refusalOf(answer, place)
    last = answer ?? last
    const there = await readObject(sent.key, access, place, signal, body.length + 1)
    if (there) return Buffer.compare(there, body) === 0 ? 'stored' : 'taken'
  }
  throw last instanceof Error ? last : refusalOf(last as S3Answer, place)
}

/** Undefined where nothing has the key; no more than `maxBytes` of it. */
async function readObject(
  key: string,
  access: S3Access,
  place: string,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const headers = { range: `bytes=0-${maxBytes - 1}` }
  const answer = await askS3({ method: 'GET', key, headers }, access, signal)
  if (answer.status === 404) return undefined
  // An empty object has no range.
  return answer.status === 416 ? new Uint8Array() : expectOk(answer, place).body
}

/**
 * Whether the server has what was sent. Its own checksum counts where it gives one back, and an ETag that is the MD5;
 * where there is neither, all is read again.
 */
export async function confirmSent(
  sent: Sent,
  access: S3Access,
  place: string,
  signal: AbortSignal,
  readAll: () => AsyncIterable<Uint8Array>,
): Promise<void> {
  const headers = { 'x-amz-checksum-mode': 'ENABLED' }
  const answer = expectOk(
    await askS3({ method: 'HEAD', key: sent.key, headers }, access, signal),
    place,
  )
  const given = answer.headers['x-amz-checksum-sha256']
  if (Number(answer.headers['content-length']) !== sent.bytes) throw differs(place)
  if (given !== undefined && Buffer.from(given, 'base64').toString('hex') === sent.sha256) return
  if (answer.headers.etag?.replaceAll('"', '') === sent.etag) return
  const hash = createHash('sha256')
  for await (const piece of readAll()) hash.update(piece)
  if (hash.digest('hex') !== sent.sha256) throw differs(place)
}

export const differs = (place: string) =>
  new StorageError(reason('storage.written-differs', { place }))
