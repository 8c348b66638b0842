import { join } from 'node:path'
import { reason } from '../model/reason.ts'
import type { Recording } from '../model/recording.ts'
import { UserError } from '../words/user-error.ts'
import { Block } from './format/block.ts'
import type { Body } from './format/body.ts'
import { BLOCK_BYTES } from './format/layout.ts'
import { readManifest } from './format/manifest.ts'
import { readOffset } from './format/records.ts'
import { type OpenIndex, openIndex } from './query/open-index.ts'

/** One recording of a catalogue on its way past. */
export interface ScannedRecording {
  /** All but title, artists and album: to decode these is most of the cost of a record. */
  readonly body: Body
  /** The whole record; to be asked for before the next one comes. */
  readonly whole: () => Recording
}

/**
 * Every recording of a catalogue in the order of its files, a block in memory at a time. What several indexes have
 * comes once for each. Throws UserError where there is no catalogue, or it is damaged.
 */
export function* scanCatalogue(folder: string): Generator<ScannedRecording> {
  for (const summary of readManifest(folder).indexes) {
    using index = openIndex(join(folder, summary.build), summary, 0)
    try {
      for (const block of readBlocks(index))
        for (let track = 0; track < block.tracks; track++)
          yield { body: block.body(track), whole: () => block.recording(track) }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new UserError(reason('catalogue.records-damaged'), reason('catalogue.restore-files'), {
        cause: error,
      })
    }
  }
}

function* readBlocks({ blocks, records, codec, dictionary }: OpenIndex): Generator<Block> {
  const count = Math.floor(blocks.length / BLOCK_BYTES) - 1
  for (let number = 0; number < count; number++) {
    const bounds = blocks.read(number * BLOCK_BYTES, 2 * BLOCK_BYTES)
    const start = readOffset(bounds, 0)
    const end = readOffset(bounds, BLOCK_BYTES)
    yield new Block(records.read(start, end - start), codec, dictionary, records.isLoaded)
  }
}
