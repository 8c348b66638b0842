import type { Recording } from '../../model/recording.ts'
import type { Dictionary } from '../format/dictionary.ts'
import { topByte } from '../format/hash.ts'
import type { InputSummary } from '../format/manifest.ts'
import { keysOf } from '../query/keys.ts'
import type { CatalogueInput } from '../read/input.ts'
import type { SkippedExample } from './options.ts'
import { writeRow } from './rows.ts'
import { Sample } from './sample.ts'
import type { Scatter } from './scatter.ts'

/** Licences beyond so many are not counted by name. */
const MAX_LICENCES = 1000
/** Rows that could not be read, told one by one. */
const MAX_EXAMPLES = 20

/** What reading the inputs has found so far; plain data, so that a stopped build can go on from it. */
export interface Gathered {
  readonly inputs: readonly InputSummary[]
  readonly licences: readonly (readonly [string, number])[]
  readonly examples: readonly SkippedExample[]
  readonly sample: readonly string[]
  readonly dictionary: readonly string[]
  readonly tracks: number
}

/** The first step of a build: reads inputs, makes keys, deals the rows out. */
export class Gatherer {
  readonly #rows: Scatter
  readonly #dictionary: Dictionary
  readonly #sample: Sample
  readonly #licences: Map<string, number>
  readonly #inputs: InputSummary[]
  readonly #examples: SkippedExample[]
  #tracks: number

  constructor(rows: Scatter, dictionary: Dictionary, before?: Gathered) {
    this.#rows = rows
    this.#dictionary = dictionary
    this.#sample = new Sample(before?.sample)
    this.#licences = new Map(before?.licences)
    this.#inputs = [...(before?.inputs ?? [])]
    this.#examples = [...(before?.examples ?? [])]
    this.#tracks = before?.tracks ?? 0
  }

  get gathered(): Gathered {
    return {
      inputs: this.#inputs,
      licences: [...this.#licences].sort(([, a], [, b]) => b - a),
      examples: this.#examples,
      sample: this.#sample.texts,
      dictionary: this.#dictionary.texts,
      tracks: this.#tracks,
    }
  }

  async read(
    input: CatalogueInput,
    onProgress: (tracks: number, bytesRead: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const before = this.#tracks
    let skipped = 0
    for await (const batch of input.read(signal)) {
      signal.throwIfAborted()
      for (const recording of batch.recordings) this.#add(recording)
      for (const { row, reason } of batch.skipped) {
        skipped++
        if (this.#examples.length < MAX_EXAMPLES)
          this.#examples.push({ input: input.name, row, reason })
      }
      onProgress(this.#tracks, batch.bytesRead)
    }
    this.#inputs.push({
      name: input.name,
      format: input.format,
      licence: input.licence,
      tracks: this.#tracks - before,
      skipped,
    })
  }

  #add(recording: Recording): void {
    const keys = keysOf(recording)
    const row = this.#rows.writer(topByte(keys.artists[0].hash))
    this.#rows.added(writeRow(recording, keys, this.#dictionary, row))
    this.#tracks++
    this.#sample.add(recording)
    const { licence } = recording
    if (licence === undefined) return
    const count = this.#licences.get(licence)
    if (count !== undefined || this.#licences.size < MAX_LICENCES) {
      this.#licences.set(licence, (count ?? 0) + 1)
    }
  }
}
