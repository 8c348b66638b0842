import { createHash, randomUUID } from 'node:crypto'
import type { Capabilities } from '../store.ts'
import { askS3, expectOk, refusalOf, type S3Access } from './client.ts'

/** Under the prefix of a store: objects that a killed run may have left. They are the store's own, and told to nobody. */
export const PROBES = '.songkeep/probe/'

/**
 * Tries what the bucket can do, with two objects of our own that are removed again. A second PUT under
 * `If-None-Match: *` has to be refused and leave the first bytes; a wrong digest has to be refused too.
 */
export async function probeBucket(
  access: S3Access,
  prefix: string,
  place: string,
  signal: AbortSignal,
): Promise<Capabilities> {
  const key = `${prefix}${PROBES}${randomUUID()}`
  try {
    const [first, second] = [Buffer.from('first'), Buffer.from('second')]
    expectOk(await askS3({ method: 'PUT', key, body: first }, access, signal), place)
    const headers = { 'if-none-match': '*' }
    const again = { method: 'PUT', key, body: second, headers, repeatable: false } as const
    const answer = await askS3(again, access, signal)
    const { status } = answer
    // A server that is unwell has not said what it can do.
    if (status >= 500 && status !== 501) throw refusalOf(answer, place)
    const there = await askS3({ method: 'GET', key }, access, signal)
    const isKept = there.status === 200 && Buffer.compare(there.body, first) === 0
    const checksDigests = await refusesWrongDigest(`${key}-digest`, access, signal)
    return { conditionalWrites: status === 412 && isKept, checksDigests }
  } finally {
    const late = AbortSignal.timeout(30_000)
    for (const each of [key, `${key}-digest`])
      await askS3({ method: 'DELETE', key: each }, access, late).catch(() => {})
  }
}

/** Signed over the digest of other bytes than those that are sent. */
async function refusesWrongDigest(
  key: string,
  access: S3Access,
  signal: AbortSignal,
): Promise<boolean> {
  const headers = {
    'x-amz-content-sha256': createHash('sha256').update('others').digest('hex'),
    'content-md5': createHash('md5').update('others').digest('base64'),
  }
  const request = { method: 'PUT', key, body: Buffer.from('these'), headers } as const
  const { status } = await askS3(request, access, signal)
  return status >= 400 && status < 500
}
