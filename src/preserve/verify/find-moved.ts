import { join } from 'node:path'
import { look } from '../../base/inside.ts'
import type { Digester } from '../../fixity/audit/digester.ts'
import type { Suspect } from './look-at-file.ts'
import { walkNames } from './walk-names.ts'

/**
 * Where else in the archive the bytes of lost files are: under names that are not in the inventory (a file was renamed),
 * in the places of others (two files were swapped), or where earlier repairs and prunings have put them. By digest, which only names of the right size are read for.
 * Answers the path by the digest.
 */
export async function findMoved(
  root: string,
  suspects: readonly Suspect[],
  unknown: readonly string[],
  digester: Digester,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(suspects.map(({ kept }) => kept.sha256))
  const sizes = new Set(suspects.map(({ kept }) => kept.bytes))
  const found = new Map<string, string>()
  for (const each of suspects)
    if (each.kind === 'damaged' && each.sha256 !== undefined && wanted.has(each.sha256))
      found.set(each.sha256, each.kept.path)
  for await (const path of candidates(root, unknown)) {
    if (found.size === wanted.size) break
    const file = join(root, path)
    const stats = await look(file)
    if (!stats?.isFile() || !sizes.has(stats.size)) continue
    const sum = await digester.digest(file, signal).catch(() => undefined)
    signal?.throwIfAborted()
    if (sum && wanted.has(sum.sha256)) found.set(sum.sha256, path)
  }
  return found
}

/** What was moved out of the way, and what was pruned: in `.songkeep/`. */
const SET_ASIDE = ['.songkeep/replaced', '.songkeep/trash']

async function* candidates(root: string, unknown: readonly string[]): AsyncGenerator<string> {
  yield* unknown
  for (const folder of SET_ASIDE)
    if ((await look(join(root, folder)))?.isDirectory()) yield* walkNames(root, folder)
}
