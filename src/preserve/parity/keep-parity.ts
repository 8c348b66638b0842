import type { Archive } from '../../archive/archive.ts'
import { readIndex } from '../../fixity/parity/index-file.ts'
import type { ParityOptions, ParityUpdate } from '../../fixity/parity/parity.ts'
import { type Shape, shapeOf } from '../../fixity/parity/shape.ts'
import { updateParity } from '../../fixity/parity/update.ts'

interface KeepOptions extends ParityOptions {
  /** Of the files' size, 1 to 100. Without it an archive keeps the parity that it has, in its percentage. */
  readonly percent?: number
  /** Parity files that are to be made anew. */
  readonly damaged?: readonly string[]
}

/** Brings an archive's parity up to date; undefined where it has none and none is asked for. */
export async function keepParity(
  archive: Pick<Archive, 'dir' | 'list' | 'checkRoot'>,
  { percent, ...options }: KeepOptions,
): Promise<ParityUpdate | undefined> {
  const { groups } = await readIndex(archive.dir)
  const known = groups[0] && percentOf(groups[0].shape)
  const wanted = percent ?? known
  if (wanted === undefined) return undefined
  await archive.checkRoot()
  const files = archive.list().map(({ path, sha256, bytes }) => ({ path, sha256, bytes }))
  return await updateParity(archive.dir, files, { ...options, percent: wanted })
}

/** The whole percentage that has such a shape. */
function percentOf({ data, parity }: Shape): number | undefined {
  for (let percent = 1; percent <= 100; percent++) {
    const shape = shapeOf(percent)
    if (shape.data === data && shape.parity === parity) return percent
  }
  return undefined
}
