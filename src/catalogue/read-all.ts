import { join } from 'node:path'
import type { Recording } from '../model/recording.ts'
import { readManifest } from './format/manifest.ts'
import { Records } from './format/records.ts'
import { openIndex } from './query/open-index.ts'

/** Only what every query needs is held in memory. */
const NO_MORE_MEMORY = 0

/**
 * All recordings of a catalogue, each once: the newest index's stands for older ones of the same source and id. The
 * ids of all indexes but the oldest are held in memory. Throws UserError where the folder holds no catalogue.
 */
export function* readAllRecordings(folder: string): Generator<Recording> {
  const { indexes } = readManifest(folder)
  const seen = new Set<string>()
  for (const [at, summary] of indexes.toReversed().entries()) {
    const isOldest = at === indexes.length - 1
    using index = openIndex(join(folder, summary.build), summary, NO_MORE_MEMORY)
    const records = new Records(index)
    for (let track = 0; track < summary.tracks; track++) {
      const recording = records.read(track)
      const id = `${recording.source}\0${recording.id}`
      if (seen.has(id)) continue
      if (!isOldest) seen.add(id)
      yield recording
    }
  }
}
