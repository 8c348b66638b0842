import type { Words } from '../words/words.ts'
import { environmentIn } from './language.ts'

/** So long a bucket may take to answer. */
const PATIENCE_MS = 120_000

/** Where an archive can be read, that of a bucket brought up to date. UserError where there is none in the bucket. */
export async function readableFolder(archive: string, words: Words): Promise<string> {
  const { isBucketName } = await import('../app/archives/bucket/named.ts')
  if (!isBucketName(archive)) return archive
  const { readableFolder } = await import('../app/archives/bucket/place.ts')
  return await readableFolder(archive, environmentIn(words), AbortSignal.timeout(PATIENCE_MS))
}
