import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { syncFile, writeAtomic } from '../../base/file.ts'
import { look } from '../../base/inside.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { english } from '../../words/english.ts'
import { refuseForeign } from '../files/foreign.ts'
import { makeFolder } from '../files/inside.ts'
import type { ArchivePaths } from '../files/paths.ts'
import { type JournalLine, readLines } from '../journal/lines.ts'
import type { LoadedFile } from '../journal/recover.ts'
import type { Checkpoint } from './checkpoint.ts'
import { INVENTORY } from './inventory.ts'
import { MAX_LINE_BYTES, readInventoryLine } from './inventory-line.ts'

export interface Damaged {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly reason: Reason
}

/** A line of the file, and its place there. */
export interface LoadedLine extends LoadedFile {
  readonly number: number
  readonly start: number
  readonly end: number
}

export interface Loaded {
  readonly lines: readonly LoadedLine[]
  readonly damaged: readonly Damaged[]
  /** The file's size. */
  readonly bytes: number
}

/**
 * Reads the inventory of an archive that may be new, or hostile. `checkpoint` is what it
 * was at the last one. Throws UserError where the folder has such a file of somebody else's.
 */
export async function loadInventory(
  { root, signal }: ArchivePaths,
  checkpoint: Checkpoint | undefined,
): Promise<Loaded> {
  // The first opening has left a checkpoint in `.songkeep/`.
  const isOurs = checkpoint !== undefined
  const checkpointBytes = checkpoint?.bytes ?? Number.POSITIVE_INFINITY
  const path = join(root, INVENTORY)
  const found = await look(path)
  if (!found) return { lines: [], damaged: [], bytes: 0 }
  if (!found.isFile()) throw refuseForeign(path)
  const lines: LoadedLine[] = []
  const damaged: Damaged[] = []
  let number = 0
  for await (const line of readLines(path, MAX_LINE_BYTES, signal)) {
    number++
    const { start, end } = line
    const read = readLine(line)
    if (read.kind === 'file')
      lines.push({ file: read.file, checkpointed: start < checkpointBytes, number, start, end })
    else damaged.push({ number, start, end, reason: read.reason })
  }
  if (!isOurs && lines.length === 0 && damaged.length > 0) throw refuseForeign(path)
  return { lines, damaged, bytes: found.size }
}

function readLine({ text, torn }: JournalLine): ReturnType<typeof readInventoryLine> {
  if (text === undefined) return { kind: 'damaged', reason: reason('archive.line-no-text') }
  const read = readInventoryLine(text)
  return torn && read.kind === 'damaged'
    ? { kind: 'damaged', reason: reason('archive.line-cut-off') }
    : read
}

/** Copies the lines that could not be read into `.songkeep/damaged/`, byte for byte, with a note why. */
export async function keepDamaged({ root, state }: ArchivePaths, damaged: readonly Damaged[]) {
  if (damaged.length === 0) return
  const folder = join(state, 'damaged')
  await makeFolder(folder)
  const stamp = new Date().toISOString().replaceAll(':', '')
  const copy = join(folder, `${stamp} lines.jsonl`)
  for (const { start, end } of damaged)
    await pipeline(
      createReadStream(join(root, INVENTORY), { start, end: end - 1 }),
      createWriteStream(copy, { flags: 'a' }),
    )
  await syncFile(copy)
  const notes = damaged.map(
    ({ number, reason }) => `line ${number} of ${INVENTORY}: ${english(reason)}\n`,
  )
  await writeAtomic(join(folder, `${stamp} why.txt`), notes)
}
