import { join } from 'node:path'
import { readLines } from '../../archive/journal/lines.ts'
import { look } from '../../base/inside.ts'

/** No line of the records that grow by appending is longer. */
const MAX_LINE_BYTES = 1 << 16

/** The values of a record of an archive, a line each; none where it is not there. What cannot be read is left out. */
export async function* readJsonLines(
  root: string,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<unknown> {
  const path = join(root, name)
  if (!(await look(path))?.isFile()) return
  for await (const { text = '' } of readLines(path, MAX_LINE_BYTES, signal)) {
    try {
      yield JSON.parse(text)
    } catch {
      // A torn line says nothing.
    }
  }
}
