import { lstat, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../../base/file.ts'
import { reason } from '../../model/reason.ts'
import type { LongTail } from '../../report/long-tail/long-tail.ts'
import {
  CURVE_COLUMNS,
  TAIL_COLUMNS,
  writeCurvesCsv,
  writeTailCsv,
} from '../../report/long-tail/tell/csv.ts'
import { renderTailHtml, TAIL_MARK } from '../../report/long-tail/tell/html.ts'
import { UserError } from '../../words/user-error.ts'
import type { Words } from '../../words/words.ts'

/** Of a file that is there: where our own mark would stand. */
const HEAD_BYTES = 1000

/**
 * Writes the report and its two tables into a folder: `long-tail.html`, `long-tail.csv` (at risk, and what next) and
 * `long-tail-curves.csv`. Those of an earlier run are replaced; nothing else is: UserError where another file has a
 * name of theirs, and nothing is written then. Returns the paths, the report first.
 */
export async function writeTail(
  tail: LongTail,
  folder: string,
  words: Words,
): Promise<readonly string[]> {
  const files = [
    { name: 'long-tail.html', mark: TAIL_MARK, text: renderTailHtml(tail, words) },
    { name: 'long-tail.csv', mark: TAIL_COLUMNS.join(','), text: writeTailCsv(tail, words) },
    { name: 'long-tail-curves.csv', mark: CURVE_COLUMNS.join(','), text: writeCurvesCsv(tail) },
  ].map((file) => ({ ...file, path: join(folder, file.name) }))
  for (const { path, mark } of files)
    if (!(await isOurs(path, mark)))
      throw new UserError(reason('app.tail-not-ours', { path }), reason('app.tail-other-folder'))
  await mkdir(folder, { recursive: true })
  for (const { path, text } of files) await writeAtomic(path, text)
  return files.map(({ path }) => path)
}

/** True also where nothing is there. */
async function isOurs(path: string, mark: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined)
  if (found === undefined) return true
  if (!found.isFile()) return false
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
  return buffer.toString('utf8', 0, bytesRead).includes(mark)
}
