import { stat } from 'node:fs/promises'
import { mediaTypeOf, withCharset } from '../../../base/media-types.ts'
import type { StoredFile } from './sendable.ts'

/** What a server tells of a file before it sends it; undefined where there is none. */
export async function describeFile(path: string): Promise<StoredFile | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return {
    path,
    bytes: Number(found.size),
    type: withCharset(mediaTypeOf(path)),
    etag: `"${found.size.toString(36)}-${found.mtimeNs.toString(36)}"`,
  }
}
