import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../base/file.ts'
import { isBlock } from './blocks.ts'
import { ParityFile } from './container.ts'
import { ParityFormatError } from './head.ts'
import { INDEX, type NamedGroup, readIndex } from './index-file.ts'
import { PARITY_FOLDER, type ParityFinding, type ParityOptions } from './parity.ts'

/**
 * Reads all parity and yields what is wrong with it; nothing where an archive has none. Which files of the archive are
 * damaged is for digests to say.
 */
export async function* checkParity(
  root: string,
  { signal, onProgress }: ParityOptions = {},
): AsyncGenerator<ParityFinding> {
  const { folder, groups, isDamaged } = await readIndex(root)
  const indexPath = `${PARITY_FOLDER}/${INDEX}`
  if (isDamaged) {
    const isThere = await lstat(join(folder, INDEX)).catch(() => undefined)
    yield { kind: isThere ? 'damaged' : 'missing', path: indexPath, files: [] }
  }
  const ofBytes = groups.reduce((sum, { fileBytes }) => sum + fileBytes, 0)
  let bytes = 0
  for (const group of groups) {
    const kind = await checkFile(folder, group, signal)
    const files = [...new Set(group.members.map(({ path }) => path))]
    if (kind) yield { kind, path: `${PARITY_FOLDER}/${group.name}`, files }
    bytes += group.fileBytes
    onProgress?.({ bytes, ofBytes })
  }
}

async function checkFile(folder: string, { name }: NamedGroup, signal?: AbortSignal) {
  if (!(await lstat(join(folder, name)).catch(() => undefined))) return 'missing'
  try {
    await using file = await ParityFile.open(folder, name)
    return file.isWholeAround && (await areRowsWhole(file, signal)) ? undefined : 'damaged'
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof ParityFormatError || codeOf(error)) return 'damaged'
    throw error
  }
}

const PIECE_BYTES = 1 << 20

async function areRowsWhole(file: ParityFile, signal?: AbortSignal): Promise<boolean> {
  const { layout, digests } = file.head
  const { blockBytes, shape } = layout.group
  const buffer = new Uint8Array(PIECE_BYTES)
  for (let shard = 0; shard < shape.parity; shard++) {
    for (let row = 0; row < layout.rows; row += PIECE_BYTES / blockBytes) {
      signal?.throwIfAborted()
      const rows = Math.min(layout.rows - row, PIECE_BYTES / blockBytes)
      await file.readRows(shard, row, buffer.subarray(0, rows * blockBytes))
      const first = layout.blocks + shard * layout.rows + row
      for (let at = 0; at < rows; at++)
        if (!isBlock(buffer.subarray(at * blockBytes, (at + 1) * blockBytes), digests, first + at))
          return false
    }
  }
  return true
}
