import { type Manifest, openByManifest } from '../format/manifest.ts'
import type { Member } from '../shards/group.ts'
import type { ShardAnswer, ShardAsk } from '../shards/shard.ts'
import { openShardIndexes, type ShardIndex } from '../shards/shard-index.ts'

/** A catalogue or a shard in a folder, beside others that lie elsewhere. */
export class FolderMember implements Member, Disposable {
  readonly place: string
  readonly manifest: Manifest
  readonly #indexes: readonly ShardIndex[]
  /** Bytes held in memory. */
  readonly resident: number

  /** Throws UserError when the folder holds no catalogue, or a damaged one. */
  constructor(folder: string, memory: number) {
    this.place = folder
    const { manifest, indexes } = openByManifest(folder, (manifest) => ({
      manifest,
      indexes: openShardIndexes(folder, manifest, memory),
    }))
    this.manifest = manifest
    this.#indexes = indexes
    this.resident = indexes.reduce((sum, { resident }) => sum + resident, 0)
  }

  /** Throws UserError where bytes are damaged. */
  async answer(asks: readonly ShardAsk[]): Promise<readonly ShardAnswer[]> {
    return asks.map((ask) => {
      const index = this.#indexes[ask.index]
      if (!index) throw new RangeError(`No index ${ask.index}`)
      return index.answer(ask)
    })
  }

  [Symbol.dispose](): void {
    for (const index of this.#indexes) index[Symbol.dispose]()
  }
}
