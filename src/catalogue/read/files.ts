import { stat } from 'node:fs/promises'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { openFile } from './lines.ts'

/** How much of a file's beginning tells its kind. */
const START = 65_536

/** Throws UserError where there is no file. */
export async function statFile(path: string) {
  try {
    const facts = await stat(path)
    if (facts.isFile()) return facts
  } catch (error) {
    throw new UserError(reason('catalogue.no-file', { path }), undefined, { cause: error })
  }
  throw new UserError(reason('catalogue.not-a-file', { path }))
}

/** The beginning of a file, unpacked, which tells its kind. */
export async function readStart(path: string, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of openFile(path, signal).chunks) {
    chunks.push(Buffer.from(chunk))
    bytes += chunk.length
    if (bytes >= START) break
  }
  return Buffer.concat(chunks).subarray(0, START)
}
