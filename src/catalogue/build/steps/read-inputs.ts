import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { Dictionary } from '../../format/dictionary.ts'
import type { CatalogueInput } from '../../read/input.ts'
import { type Gathered, Gatherer } from '../gather.ts'
import type { Scatter } from '../scatter.ts'
import { sum } from '../sum.ts'
import type { WorkDirectory } from '../work-directory.ts'

/** Reads the inputs that a stopped build has not read yet, and deals their rows out. */
export async function readInputs(
  inputs: readonly CatalogueInput[],
  rows: Scatter,
  work: WorkDirectory,
): Promise<Gathered> {
  const before = work.journal.gathered
  const gatherer = new Gatherer(rows, new Dictionary(before?.dictionary), before)
  rows.cutBack(work.journal.rowSizes ?? [])
  const sizes = inputs.map((input) => input.bytes)
  let journalled = before?.tracks ?? 0
  for (const [index, input] of inputs.entries()) {
    if (index < (before?.inputs.length ?? 0)) continue
    await gatherer.read(input, tellRead(work, sizes, index), work.signal)
    const { gathered } = gatherer
    if (gathered.tracks - journalled >= work.journalEvery || journalled > 0) {
      rows.flush()
      journalled = gathered.tracks
      work.note({ gathered, rowSizes: rows.sizes() })
    }
  }
  const { gathered } = gatherer
  if (gathered.tracks > 0) return gathered
  const [example] = gathered.examples
  throw new UserError(
    reason('catalogue.no-recordings'),
    example && reason('catalogue.row-left-out', { ...example }),
  )
}

function tellRead(work: WorkDirectory, sizes: readonly (number | undefined)[], index: number) {
  const total = sizes.includes(undefined) ? undefined : sum(sizes)
  const before = sum(sizes.slice(0, index))
  return (tracks: number, bytesRead: number) =>
    work.tell({ step: 'read', done: before + bytesRead, total, tracks })
}
