import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildReport } from '../../catalogue/build/build.ts'
import { isCatalogueManifest } from '../../catalogue/format/manifest.ts'
import { type SplitOptions, type SplitReport, splitCatalogue } from '../../catalogue/split/split.ts'
import { buildCatalogueFromFiles, type CatalogueBuildOptions } from './build.ts'

/** Where a catalogue lies whole before it is cut. */
const WHOLE_FOLDER = '.whole'

export interface ShardedBuildOptions extends Omit<CatalogueBuildOptions, 'update'> {
  readonly shards: number
  readonly onCut?: SplitOptions['onProgress']
}

/**
 * Builds a catalogue in shards: as a whole first, which is removed once it is cut. Stopped before, the same call goes on
 * with the build. Throws UserError as `buildCatalogueFromFiles` and `splitCatalogue` do.
 */
export async function buildShards(
  options: ShardedBuildOptions,
): Promise<BuildReport & { readonly split: SplitReport }> {
  const { out, shards, onCut, ...rest } = options
  const whole = join(out, WHOLE_FOLDER)
  const report = await buildCatalogueFromFiles({ ...rest, out: whole })
  const { signal } = options
  const split = await splitCatalogue({ folder: whole, out, shards, onProgress: onCut, signal })
  if (existsSync(whole) && isCatalogueManifest(whole)) await rm(whole, { recursive: true })
  return { ...report, split }
}

export { type SplitOptions, type SplitReport, splitCatalogue }
