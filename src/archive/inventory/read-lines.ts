import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { readLines } from '../journal/lines.ts'
import { MAX_LINE_BYTES, readInventoryLine } from './inventory-line.ts'

/** What the lines of a file say that is written as an inventory is; none where it is not there. A line that cannot be read says nothing. */
export async function* readInventoryLines(
  path: string,
  signal?: AbortSignal,
): AsyncGenerator<ArchivedFile> {
  if (!(await look(path))?.isFile()) return
  for await (const { text } of readLines(path, MAX_LINE_BYTES, signal)) {
    const read = text === undefined ? undefined : readInventoryLine(text)
    if (read?.kind === 'file') yield read.file
  }
}
