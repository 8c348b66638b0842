import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from '../../base/lock.ts'
import { reason } from '../../model/reason.ts'
import { UserError } from '../../words/user-error.ts'
import { readManifest, syncFolder, writeManifest } from '../format/manifest.ts'
import { buildIndex } from './build-index.ts'
import { WORK_FOLDER } from './journal.ts'
import { buildNames } from './names/build-names.ts'
import type { BuildOptions, BuildReport } from './options.ts'
import { refuseForeignManifest, removeOtherBuilds, removeWorkFolder } from './owned.ts'

export type { BuildOptions, BuildProgress, BuildReport } from './options.ts'

/** Keeps two processes from building into one folder. */
export const LOCK_FILE = '.lock'

/**
 * Builds a catalogue from any number of inputs, in bounded memory. It takes its place in one step, at
 * the end; stopped before, it leaves what was there, and the same call goes on where it stopped.
 * Lists of artists come first: they take minutes where recordings take an hour, and a broken one is told early.
 * Throws UserError when an input can not be read at all or holds nothing, or where what is not ours would be replaced.
 */
export async function buildCatalogue(options: BuildOptions): Promise<BuildReport> {
  const { out, inputs, artists = [], update } = options
  mkdirSync(out, { recursive: true })
  using _lock = takeLock(join(out, LOCK_FILE))
  refuseForeignManifest(out)
  const before = update ? readManifest(out) : { indexes: [], names: undefined }
  if (before.indexes.some(({ shard }) => shard))
    throw new UserError(
      reason('catalogue.is-shard', { folder: out }),
      reason('catalogue.cut-whole'),
    )
  const named = artists.length > 0 ? await buildNames(artists, options) : undefined
  const built = inputs.length > 0 ? await buildIndex(options) : undefined
  const manifest = {
    indexes: built ? [...before.indexes, built.index] : before.indexes,
    names: named?.names ?? before.names,
  }
  for (const { build } of [named?.names, built?.index].filter((made) => made !== undefined))
    await syncFolder(join(out, build))
  await writeManifest(out, manifest)
  removeWorkFolder(join(out, WORK_FOLDER))
  removeOtherBuilds(out, manifest)
  return {
    index: built?.index,
    names: named?.names,
    skipped: [...(named?.skipped ?? []), ...(built?.skipped ?? [])],
  }
}
