import { reason } from '../../model/reason.ts'
import type { Recording } from '../../model/recording.ts'
import { UserError } from '../../words/user-error.ts'
import type { OpenIndex } from '../query/open-index.ts'
import { Block } from './block.ts'
import { BLOCK_BYTES, BLOCK_TRACKS } from './layout.ts'

/** Track number → recording. Blocks read last are kept at hand: candidates stand close together. */
export class Records {
  readonly #index: OpenIndex
  #number = -1
  #block: Block | undefined

  constructor(index: OpenIndex) {
    this.#index = index
  }

  /** Throws UserError when the bytes are damaged. */
  read(track: number): Recording {
    try {
      const { artists } = this.#index
      const { firstTrack, firstBlock } = artists.run(artists.ownerOf(track))
      const within = track - firstTrack
      const block = this.#read(firstBlock + Math.floor(within / BLOCK_TRACKS))
      return block.recording(within % BLOCK_TRACKS)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new UserError(reason('catalogue.records-damaged'), reason('catalogue.restore-files'), {
        cause: error,
      })
    }
  }

  #read(number: number): Block {
    if (this.#block && this.#number === number) return this.#block
    const { blocks, records, codec, dictionary } = this.#index
    const bounds = blocks.read(number * BLOCK_BYTES, 2 * BLOCK_BYTES)
    const start = readOffset(bounds, 0)
    const end = readOffset(bounds, BLOCK_BYTES)
    // The bytes may be overwritten by the next read, after which this block is not asked again.
    this.#block = new Block(records.read(start, end - start), codec, dictionary, records.isLoaded)
    this.#number = number
    return this.#block
  }
}

/** Five bytes, as the part `blocks` has them. */
export const readOffset = (bytes: Buffer, at: number) =>
  (bytes[at] ?? 0) * 2 ** 32 + bytes.readUInt32LE(at + 1)
