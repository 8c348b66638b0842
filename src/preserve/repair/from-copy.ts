import { join } from 'node:path'
import { locate } from '../../archive/files/inside.ts'
import { hashFile } from '../../base/hash.ts'
import { look } from '../../base/inside.ts'
import { reason } from '../../model/reason.ts'
import { walkNames } from '../verify/walk-names.ts'
import { findInFile } from './from-file.ts'
import { nothing, type RepairWay } from './way.ts'

/**
 * Takes a file's bytes from a folder that holds a second copy of the archive: from the same path, or from whatever name
 * has them there. Files of other sizes are not read.
 */
export function fromCopy(folder: string): RepairWay {
  const digests = new Map<string, string | undefined>()
  let bySize: Promise<ReadonlyMap<number, readonly string[]>> | undefined
  const digestOf = async (path: string, signal?: AbortSignal) => {
    if (!digests.has(path)) {
      const sum = await hashFile(path, { noFollow: true, signal }).catch(() => undefined)
      signal?.throwIfAborted()
      digests.set(path, sum?.sha256)
    }
    return digests.get(path)
  }
  return {
    remedy: 'copy',
    async find({ kept }, options) {
      const same = await locate(folder, kept.path).catch(() => undefined)
      const found = same === undefined ? undefined : await findInFile(same, kept, options)
      if (found) return found
      bySize ??= sortBySize(folder)
      for (const path of (await bySize).get(kept.bytes) ?? []) {
        if ((await digestOf(path, options.signal)) !== kept.sha256) continue
        const other = await findInFile(path, kept, options)
        if (other) return other
      }
      return nothing(reason('preserve.no-copy-has-it', { folder }))
    },
  }
}

async function sortBySize(folder: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const sizes = new Map<number, string[]>()
  for await (const name of walkNames(folder)) {
    const path = join(folder, name)
    const found = await look(path)
    if (!found?.isFile()) continue
    const same = sizes.get(found.size)
    if (same) same.push(path)
    else sizes.set(found.size, [path])
  }
  return sizes
}
