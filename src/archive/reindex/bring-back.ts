import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { refuseForeign } from '../files/foreign.ts'
import { type ArchivePaths, pathsOf } from '../files/paths.ts'
import type { Checkpoint } from '../inventory/checkpoint.ts'
import { INVENTORY } from '../inventory/inventory.ts'
import type { Loaded } from '../inventory/load.ts'
import { MANIFEST } from '../inventory/manifest.ts'
import type { SealedInventory } from '../inventory/sealed.ts'
import { restoreLines } from '../inventory/spare.ts'
import { readLists } from '../lists/lists.ts'
import { findReadme } from '../readme/readme.ts'
import { type DescribeFile, LineSearch, type ReindexFinding } from './line-search.ts'

export interface BroughtBack {
  readonly files: readonly ArchivedFile[]
  /** What is to be told; empty where the inventory is as it was left. */
  readonly notes: readonly Reason[]
  readonly findings: readonly ReindexFinding[]
  /** The inventory as it is, where that is just as the checkpoint left it. */
  readonly sealed?: SealedInventory
}

/**
 * Brings back the lines that an inventory has lost: from the copy that was laid aside, and where that is not enough, or
 * is lost too, from reports, by the files' digests. Throws UserError where files that a manifest names are whole, and
 * nothing says what they are: without their lines they would be made a second time. `describe` says it.
 */
export async function bringBackLines(
  loaded: Loaded,
  checkpoint: Checkpoint | undefined,
  paths: ArchivePaths,
  describe?: DescribeFile,
): Promise<BroughtBack> {
  const { files, notes, sealed } = await restoreLines(loaded, checkpoint, paths)
  if (checkpoint !== undefined && notes.length === 0) return { files, notes, findings: [], sealed }
  const trusted = new Set([...loaded.lines.map(({ file }) => file), ...files])
  const search = new LineSearch(paths)
  search.trust(trusted)
  await search.adopt()
  await search.findMoved()
  if (trusted.size === 0) await search.describe(describe)
  const { findings } = search
  if (findings.some(({ kind }) => kind === 'undescribed') && !describe) throw recordsLost(paths)
  const adopted = search.lines.filter((file) => !trusted.has(file))
  return {
    files: [...files, ...adopted],
    notes: [...notes, ...tell(search, trusted.size)],
    findings,
  }
}

function tell({ findings }: LineSearch, known: number): readonly Reason[] {
  const count = (wanted: ReindexFinding['kind']) =>
    findings.filter(({ kind }) => kind === wanted).length
  const [adopted, damaged] = [count('adopted'), count('damaged')]
  const lost = known === 0 ? count('lost') : 0
  if (adopted + damaged + lost === 0) return []
  return [reason('archive.lines-adopted', { adopted, damaged, lost })]
}

const recordsLost = ({ root }: ArchivePaths) =>
  new UserError(reason('archive.records-lost', { root }), reason('archive.reindex-first', { root }))

/** UserError where a folder without an inventory has a manifest of somebody else's. */
export async function refuseForeignManifest(paths: ArchivePaths): Promise<void> {
  if (await look(join(paths.root, INVENTORY))) return
  const path = join(paths.root, MANIFEST)
  if ((await look(path)) && !(await isOurs(paths))) throw refuseForeign(path)
}

/** An archive that has lost both its inventory and its working state is known by its README, lists or reports. */
export const isArchive = (root: string): Promise<boolean> => isOurs(pathsOf(root, undefined))

async function isOurs(paths: ArchivePaths): Promise<boolean> {
  if ((await findReadme(paths)) === 'ours') return true
  return (await readLists(paths)).all().length > 0
}
