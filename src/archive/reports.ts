import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { look } from './inside.ts'

/** Reports larger than this were not written by us. */
const MAX_BYTES = 512 * 2 ** 20

/** The text of one playlist's report, and the folder it lies in, relative to the archive. */
export interface StoredReport {
  readonly folder: string
  readonly text: string
}

/** Every playlist's `report.json`, by folder in the order of the alphabet, one in memory at a time. */
export async function* readReports(dir: string): AsyncGenerator<StoredReport> {
  const folders = await readdir(dir, { withFileTypes: true })
  for (const { name } of folders.filter((each) => each.isDirectory()).toSorted(byName)) {
    if (name.startsWith('.')) continue
    const path = join(dir, name, 'report.json')
    const found = await look(path)
    if (!found?.isFile() || found.size > MAX_BYTES) continue
    yield { folder: name, text: await readFile(path, 'utf8') }
  }
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name < b.name ? -1 : 1
