import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive } from '../../archive/archive.ts'
import { MAX_TEXT_BYTES } from '../../archive/files/paths.ts'
import { INVENTORY } from '../../archive/inventory/inventory.ts'
import { manifests, writeManifest } from '../../archive/inventory/manifest.ts'
import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { FixityFinding } from '../../model/preserve/fixity.ts'
import { type Reason, reason } from '../../model/reason.ts'

/** What was wrong with the inventory when the archive was opened: opening it for a repair mends it. */
export const inventoryFindings = ({ notes }: Pick<Archive, 'notes'>): FixityFinding[] =>
  notes.map((note) => recordFinding(INVENTORY, note))

export const recordFinding = (path: string, why: Reason): FixityFinding => ({
  kind: 'records',
  path,
  reason: why,
  remedies: ['rewrite'],
})

/**
 * Compares the manifests with what they should say. While a run is at work they say what the last checkpoint knew: the
 * copy of the inventory that was laid aside with it.
 */
export async function* checkManifests(
  root: string,
  files: readonly ArchivedFile[],
  checkpointed: readonly ArchivedFile[] | undefined,
): AsyncGenerator<FixityFinding> {
  if (files.length === 0 && !checkpointed?.length) return
  for (const digest of ['sha256', 'sha512'] as const) {
    const { name } = manifests[digest]
    const text = await readText(join(root, name))
    const expected = [files, checkpointed].flatMap((all) =>
      all ? [sortLines([...writeManifest(all, digest)].join(''))] : [],
    )
    // Of files that have no such digest there is no manifest of ours.
    if (expected.includes(sortLines(text ?? '')) || expected.every((each) => each === '')) continue
    const code = text === undefined ? 'preserve.record-missing' : 'preserve.manifest-stale'
    yield recordFinding(name, reason(code))
  }
}

async function readText(path: string): Promise<string | undefined> {
  const found = await look(path)
  return found?.isFile() && found.size <= MAX_TEXT_BYTES ? await readFile(path, 'utf8') : undefined
}

/** Lines that are added to a manifest stand behind the others. */
const sortLines = (text: string) => text.split('\n').toSorted().join('\n')
