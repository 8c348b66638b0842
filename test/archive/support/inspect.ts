import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { ArchivedFile } from '../../../src/model/archived-file.ts'
import { readSpelled } from '../../../src/words/spell-out.ts'
import { sha256 } from './sample.ts'

/** Every file outside `.songkeep/` with its checksum, links not followed into folders, read without the archive's own code. */
export async function readTree(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true })
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('.songkeep/'))
    .toSorted()
  const sums = paths.map(async (path) => {
    const content = await readFile(join(dir, path)).catch(() => 'a link to a folder')
    return [path, sha256(content)] as const
  })
  return new Map(await Promise.all(sums))
}

/** The inventory's lines, of which the later one for a path counts; throws where one is no JSON. */
export async function readInventory(dir: string): Promise<ArchivedFile[]> {
  const text = await readFile(join(dir, 'inventory.jsonl'), 'utf8').catch(() => '')
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readSpelled(JSON.parse(line)) as ArchivedFile)
  return [...new Map(lines.map((line) => [line.path, line])).values()]
}
