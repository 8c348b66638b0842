import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { reason } from '../../../model/reason.ts'
import type { DownloadRequest } from '../http.ts'
import { WrongContentError } from '../send/body.ts'
import { onDisk } from './part.ts'

export interface DownloadSum {
  readonly bytes: number
  readonly sha256: string
}

/** The file's length and SHA-256, if all that was promised of it is true; else throws WrongContentError, saying what is not. */
export async function checkFile(
  path: string,
  promised: Pick<DownloadRequest, 'bytes' | 'md5' | 'sha1'>,
  signal: AbortSignal,
): Promise<DownloadSum> {
  const hashes = { sha256: createHash('sha256'), md5: createHash('md5'), sha1: createHash('sha1') }
  let bytes = 0
  const read = async () => {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
      signal.throwIfAborted()
      bytes += chunk.length
      for (const hash of Object.values(hashes)) hash.update(chunk)
    }
  }
  await onDisk(read())
  if (promised.bytes !== undefined && promised.bytes !== bytes)
    throw new WrongContentError(reason('network.wrong-length', { bytes, promised: promised.bytes }))
  const sums = [
    { name: 'MD5', promised: promised.md5, found: hashes.md5.digest('hex') },
    { name: 'SHA-1', promised: promised.sha1, found: hashes.sha1.digest('hex') },
  ]
  for (const { name, promised: sum, found } of sums)
    if (sum !== undefined && sum.toLowerCase() !== found)
      throw new WrongContentError(reason('network.wrong-checksum', { algorithm: name }))
  return { bytes, sha256: hashes.sha256.digest('hex') }
}
