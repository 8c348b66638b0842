import { basename } from 'node:path'
import type { ArchiveFigures, ArchiveInfo } from '../../api/contract.ts'
import { look } from '../../base/inside.ts'
import type { Figures } from '../../model/pictures/figures.ts'
import type { InventoryCache } from './caches/inventory-cache.ts'
import { archiveId, type KnownArchive, nameOf } from './known-archives.ts'

export async function describeArchive(
  known: KnownArchive,
  inventories: InventoryCache,
): Promise<ArchiveInfo> {
  const { dir, verified } = known
  const name = nameOf(known)
  const { all, troubles } = await inventories.examine(dir)
  const kept = [...all.values()]
  return {
    id: archiveId(name),
    dir: name,
    name: basename(name),
    present: (await look(dir))?.isDirectory() === true,
    files: kept.length,
    bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0),
    durationMs: kept.reduce((sum, { durationMs }) => sum + durationMs, 0),
    verified,
    troubles: [...troubles],
  }
}

export const describeFigures = ({
  decades,
  artists,
  sources,
  ...rest
}: Figures): ArchiveFigures => ({
  ...rest,
  decades: [...decades],
  artists: [...artists],
  sources: [...sources],
})
