import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobRequest } from '../../../api/contract.ts'
import { MANIFEST_FILE } from '../../../catalogue/format/manifest.ts'
import type { SettingsService } from '../../context.ts'
import type { AllowedFolders } from '../../settings/allowed-folders.ts'
import { readRecordedLists } from '../../sync/recorded-lists.ts'

/** Where is looked for a row by hand. */
export interface Places {
  /** The archive. */
  readonly into: string
  /** Real paths, each below a folder that the page may name. */
  readonly libraries: readonly string[]
  readonly catalogues: readonly string[]
}

/**
 * The folders of the run, those that the archive's lists were last kept from, and those of the settings. What an archive
 * says may be anybody's word: a folder that the page may not name is left out, as is one that is gone.
 */
export async function findPlaces(
  into: string,
  request: JobRequest | undefined,
  settings: SettingsService,
  folders: AllowedFolders,
): Promise<Places> {
  const recorded = await readRecordedLists(into).catch(() => [])
  const { settings: settled } = await settings.read()
  const all = [
    ...(request ? [foldersOf(request)] : []),
    ...recorded.map((each) => each.choices),
    settled,
  ]
  const among = async (
    given: readonly string[],
    find: (named: string) => Promise<string>,
    isUsable: (path: string) => Promise<boolean>,
  ) => {
    const usable = new Set<string>()
    for (const named of new Set(given)) {
      const real = await find(named).catch(() => undefined)
      if (real !== undefined && (await isUsable(real))) usable.add(real)
    }
    return [...usable].toSorted()
  }
  return {
    into,
    libraries: await among(
      all.flatMap(({ libraries }) => libraries ?? []),
      (path) => folders.confine(path),
      isFolder,
    ),
    catalogues: await among(
      all.flatMap(({ catalogues }) => catalogues ?? []),
      (named) => folders.findCatalogue(named),
      (path) => isThere(join(path, MANIFEST_FILE)),
    ),
  }
}

const foldersOf = (
  request: JobRequest,
): { libraries?: readonly string[]; catalogues?: readonly string[] } =>
  request.kind === 'backup' || request.kind === 'sync' ? request : {}

const isFolder = async (path: string) =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false
const isThere = async (path: string) => (await stat(path).catch(() => undefined)) !== undefined
