import { resolve } from 'node:path'
import { openArchive } from '../../../archive/archive.ts'
import { isWhole, locate } from '../../../archive/files/inside.ts'
import { definedOnly } from '../../../base/defined.ts'
import type { ArchivedFile } from '../../../model/archived-file.ts'
import { completeRequest } from '../../../model/backup/request.ts'
import type { Pending } from '../../../preserve/repair/repair-files.ts'
import { walkPlaylists } from '../../backups/walk.ts'
import type { Environment } from '../../environment.ts'
import { openServers } from '../../servers/open-servers.ts'
import { readRecordedLists } from '../../sync/recorded-lists.ts'
import { requireArchive } from '../require-archive.ts'

interface AgainChoices {
  readonly libraries?: readonly string[]
  readonly offline?: boolean
}

/** A list is being backed up anew, for the sake of files that are lost. */
export interface Making {
  readonly kind: 'making'
  readonly list: string
}

/**
 * Has files made again by the ordinary backup of the lists that they are in, as these were recorded. Answers the paths
 * of files that are whole now, or that another file of the same track has taken the place of.
 */
export async function* makeAgain(
  dir: string,
  pending: readonly Pending[],
  environment: Environment,
  signal: AbortSignal,
  choices: AgainChoices,
): AsyncGenerator<Making, ReadonlySet<string>> {
  const lost = new Set(pending.map(({ fault }) => fault.path))
  const lists = (await readRecordedLists(resolve(dir))).filter(({ recorded }) =>
    [...recorded.paths.values()].some((path) => lost.has(path)),
  )
  const isOffline = choices.offline || environment.offline === true
  const today = new Date().toISOString().slice(0, 10)
  const { openOnline } = isOffline ? {} : await import('../../open-online.ts')
  await using online = openOnline?.(environment, today)
  await using servers = openServers(environment)
  const tools = { environment, online, servers, today }
  for (const { playlist, choices: recorded } of lists) {
    const named = choices.libraries?.length ? { libraries: choices.libraries } : {}
    const offline = isOffline || undefined
    const asked = definedOnly({ ...recorded, ...named, offline, prune: false })
    const request = completeRequest({ ...asked, inputs: [], into: resolve(dir) })
    if (isOffline && request.libraries.length === 0) continue
    yield { kind: 'making', list: playlist.name }
    // A disk that was pulled out meanwhile: nothing is begun anew in its place.
    await requireArchive(dir)
    for await (const _ of walkPlaylists([playlist], request, tools, signal)) signal.throwIfAborted()
  }
  return await findMade(dir, pending)
}

async function findMade(dir: string, pending: readonly Pending[]): Promise<ReadonlySet<string>> {
  await using archive = await openArchive(dir, { readOnly: true })
  const made = new Set<string>()
  for (const { fault } of pending) {
    const { kept, path } = fault
    const now = archive
      .listFor(kept.track)
      .filter((file) => file.path === path || isNewer(file, kept))
    for (const file of now) if (await isThere(archive.dir, file)) made.add(path)
  }
  return made
}

const isNewer = (file: ArchivedFile, before: ArchivedFile) =>
  file.format === before.format && file.keptAt > before.keptAt

async function isThere(root: string, file: ArchivedFile): Promise<boolean> {
  const path = await locate(root, file.path).catch(() => undefined)
  return path !== undefined && (await isWhole(path, file))
}
