import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from '../../base/lock.ts'
import { type IndexSummary, readManifest, syncFolder, writeManifest } from '../format/manifest.ts'
import { buildIndex } from './build-index.ts'
import { WORK_FOLDER } from './journal.ts'
import type { BuildOptions, BuildReport } from './options.ts'

export type { BuildOptions, BuildProgress, BuildReport } from './options.ts'

/** Keeps two processes from building into one folder. */
const LOCK_FILE = '.lock'

/**
 * Builds a catalogue from any number of inputs, in bounded memory. It takes its place in one step, at
 * the end; stopped before, it leaves what was there, and the same call goes on where it stopped.
 * Throws UserError when an input can not be read at all or holds nothing.
 */
export async function buildCatalogue(options: BuildOptions): Promise<BuildReport> {
  mkdirSync(options.out, { recursive: true })
  using _lock = takeLock(join(options.out, LOCK_FILE))
  const before = options.update ? readManifest(options.out).indexes : []
  const report = await buildIndex(options)
  await syncFolder(join(options.out, report.index.build))
  await writeManifest(options.out, [...before, report.index])
  removeOthers(options.out, [...before, report.index])
  return report
}

/** Builds of which the manifest knows nothing (any more). */
function removeOthers(out: string, indexes: readonly IndexSummary[]): void {
  const known = new Set(indexes.map((index) => index.build))
  for (const name of readdirSync(out)) {
    const isBuild = /^[0-9a-f]{32}$/.test(name)
    if (name === WORK_FOLDER || (isBuild && !known.has(name))) {
      rmSync(join(out, name), { recursive: true, force: true })
    }
  }
}
