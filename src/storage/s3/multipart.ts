import { createHash } from 'node:crypto'
import { UnavailableError } from '../../base/http/errors.ts'
import { reason } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'
import { readSource } from '../source.ts'
import type { StoreOptions, StoreSource } from '../store.ts'
import { askS3, expectOk, refusalOf, type S3Access } from './client.ts'
import { differs } from './write.ts'
import { readXml, textOf } from './xml.ts'

/** Amazon S3 takes no more parts ("Amazon S3 multipart upload limits"); all but the last have 5 MiB at least. */
const MAX_PARTS = 10_000
export const PART_BYTES = 16 * 2 ** 20

const partBytes = (bytes: number) =>
  Math.max(PART_BYTES, Math.ceil(bytes / MAX_PARTS / 2 ** 20) * 2 ** 20)

/**
 * Sends a large object in parts, each signed over its own digest and read back by its ETag. The whole appears with the
 * last request, after its digest was found right; where anything fails before, nothing of it stays. Returns the ETag
 * that it should have.
 */
export async function putInParts(
  key: string,
  source: StoreSource,
  access: S3Access,
  place: string,
  options: StoreOptions,
): Promise<string> {
  const uploadId = await beginUpload(key, source.sha256, access, place, options.signal)
  try {
    const etags: string[] = []
    const digests: Buffer[] = []
    for await (const body of readSource(source, partBytes(source.bytes), options)) {
      const query = { partNumber: String(etags.length + 1), uploadId }
      const sent = await askS3({ method: 'PUT', key, query, body }, access, options.signal)
      etags.push(expectOk(sent, place).headers.etag ?? '')
      digests.push(createHash('md5').update(body).digest())
    }
    await completeUpload(key, uploadId, etags, access, place, options.signal)
    return `${createHash('md5').update(Buffer.concat(digests)).digest('hex')}-${digests.length}`
  } catch (error) {
    // Not by the run's signal: that it was stopped is one of the reasons to be here.
    await abortUpload(key, uploadId, access, AbortSignal.timeout(30_000)).catch(() => {})
    throw error
  }
}

async function beginUpload(
  key: string,
  sha256: string,
  access: S3Access,
  place: string,
  signal: AbortSignal,
): Promise<string> {
  const headers = { 'x-amz-meta-sha256': sha256 }
  const request = { method: 'POST', key, query: { uploads: '' }, headers } as const
  const answer = expectOk(await askS3(request, access, signal), place)
  const uploadId = textOf(readXml(answer.body), 'UploadId')
  if (!uploadId) throw new StorageError(reason('storage.odd-answer', { place }))
  return uploadId
}

/** May answer 200 and say in its body that it failed (CompleteMultipartUpload). */
async function completeUpload(
  key: string,
  uploadId: string,
  etags: readonly string[],
  access: S3Access,
  place: string,
  signal: AbortSignal,
): Promise<void> {
  const parts = etags.map(
    (etag, at) =>
      `<Part><PartNumber>${at + 1}</PartNumber><ETag>${etag.replaceAll('"', '&quot;')}</ETag></Part>`,
  )
  const body = Buffer.from(
    `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`,
  )
  const request = { method: 'POST', key, query: { uploadId }, body, repeatable: false } as const
  const answer = await askS3(request, access, signal).catch((error: unknown) => {
    // The reply was lost: whether the object is there is found out by whoever confirms it.
    if (signal.aborted || !(error instanceof UnavailableError)) throw error
    return undefined
  })
  if (!answer || answer.status >= 500) return
  if (readXml(answer.body)?.name === 'Error' && answer.status < 300) throw differs(place)
  if (answer.status >= 300) throw refusalOf(answer, place)
}

export async function abortUpload(
  key: string,
  uploadId: string,
  access: S3Access,
  signal: AbortSignal,
): Promise<void> {
  await askS3({ method: 'DELETE', key, query: { uploadId } }, access, signal)
}
