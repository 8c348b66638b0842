import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Archive } from '../../../archive/archive.ts'
import { type FetchSource, fromSource } from '../../../preserve/repair/from-source.ts'
import type { RepairWay } from '../../../preserve/repair/way.ts'
import type { Environment } from '../../environment.ts'
import type { OpenOnline } from '../../open-online.ts'
import { readRecordedLists } from '../../sync/recorded-lists.ts'

interface SourceChoices {
  readonly libraries?: readonly string[]
  readonly offline?: boolean
  readonly dryRun?: boolean
}

export interface OpenSources extends AsyncDisposable {
  readonly way: RepairWay
}

/**
 * The sources of an archive's files: the user's own, below the folders that its lists were made from or that are named
 * now, as the inventory's word alone is not to be believed; and on the network those at hosts that providers name.
 */
export async function openSources(
  archive: Archive,
  environment: Environment,
  { libraries, offline, dryRun }: SourceChoices,
): Promise<OpenSources> {
  const recorded = libraries?.length
    ? libraries
    : (await readRecordedLists(archive.dir)).flatMap(({ choices }) => choices.libraries ?? [])
  const found = await Promise.all(recorded.map((folder) => realpath(folder).catch(() => undefined)))
  const folders = found.filter((folder) => folder !== undefined)
  let online: OpenOnline | undefined
  const fetchSource: FetchSource = async (url, to, signal) => {
    const { openOnline } = await import('../../open-online.ts')
    online ??= openOnline(environment, new Date().toISOString().slice(0, 10))
    await online.http.download({ url, to }, signal ?? new AbortController().signal)
  }
  const isOffline = offline || dryRun || environment.offline === true
  return {
    way: fromSource({
      newFile: () => join(archive.workDir, randomUUID()),
      mayRead: (path) => liesBelow(path, folders),
      fetchSource: isOffline ? undefined : fetchSource,
    }),
    [Symbol.asyncDispose]: async () => online?.[Symbol.asyncDispose](),
  }
}

async function liesBelow(path: string, folders: readonly string[]): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined)
  return real !== undefined && folders.some((folder) => real.startsWith(folder + sep))
}
