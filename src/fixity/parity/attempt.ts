import type { FileHandle } from 'node:fs/promises'
import { codeOf } from '../../base/file.ts'
import { isBlock } from './blocks.ts'
import { ParityFile, readTolerant } from './container.ts'
import { ParityFormatError } from './head.ts'
import type { ByteRange, ProtectedFile, RepairOptions } from './parity.ts'
import { StripReader } from './strip.ts'

/** What one group's parity says of a file, and does for it. */
export interface Attempt {
  /** The group has the file, or a part of it, and can be read. */
  isCovered: boolean
  readonly covered: ByteRange[]
  /** Bytes that are not as they were. */
  readonly damaged: ByteRange[]
  /** Those of them that could be computed. */
  readonly restored: ByteRange[]
}

interface Place {
  readonly root: string
  readonly folder: string
  /** Of the parity file. */
  readonly name: string
}

/** Restores what it can of `work`, which is read as the file that is damaged; where it is a temporary, writes to it. */
export async function tryGroup(
  { root, folder, name }: Place,
  file: ProtectedFile,
  work: FileHandle | undefined,
  options: RepairOptions,
): Promise<Attempt> {
  const attempt: Attempt = { isCovered: false, covered: [], damaged: [], restored: [] }
  await using parity = await openParity(folder, name)
  if (!parity) return attempt
  for (const [at, member] of parity.head.layout.group.members.entries()) {
    if (member.sha256 !== file.sha256 || member.bytes !== file.bytes) continue
    attempt.isCovered = true
    attempt.covered.push({ start: member.offset, end: member.offset + member.length })
    const bad = await findBadBlocks(parity, at, work, options.signal)
    for (const block of bad) attempt.damaged.push(rangeOf(parity, block))
    await using reader = new StripReader(root, parity, { member: at, file: work })
    attempt.restored.push(...(await restoreBlocks(parity, bad, reader, work, options)))
  }
  return attempt
}

/** Undefined where it is not there, or describes itself nowhere. */
async function openParity(folder: string, name: string): Promise<ParityFile | undefined> {
  try {
    return await ParityFile.open(folder, name)
  } catch (error) {
    if (error instanceof ParityFormatError || codeOf(error)) return undefined
    throw error
  }
}

const READ_BYTES = 1 << 20

/** The blocks of a member that are not as they were, in their order. */
async function findBadBlocks(
  parity: ParityFile,
  at: number,
  work: FileHandle | undefined,
  signal?: AbortSignal,
): Promise<number[]> {
  const { layout, digests } = parity.head
  const { blockBytes } = layout.group
  const [first, end] = [layout.firstBlock(at), layout.firstBlock(at) + layout.blocksOf(at)]
  const step = READ_BYTES / blockBytes
  const buffer = new Uint8Array(READ_BYTES)
  const bad: number[] = []
  for (let from = first; from < end; from += step) {
    signal?.throwIfAborted()
    const { start } = rangeOf(parity, from)
    const to = Math.min(end, from + step)
    const wanted = buffer.subarray(0, rangeOf(parity, to - 1).end - start)
    if (work) await readTolerant(work, wanted, start, blockBytes)
    for (let block = from; block < to; block++) {
      const range = rangeOf(parity, block)
      const bytes = wanted.subarray(range.start - start, range.end - start)
      if (!work || !isBlock(bytes, digests, block)) bad.push(block)
    }
  }
  return bad
}

/** Rows that are read at once take no more memory than this. */
const MAX_STRIP_BYTES = 8 * 2 ** 20

async function restoreBlocks(
  parity: ParityFile,
  bad: readonly number[],
  reader: StripReader,
  work: FileHandle | undefined,
  { temporary, signal, onProgress }: RepairOptions,
): Promise<ByteRange[]> {
  const { layout } = parity.head
  const { shape, blockBytes } = layout.group
  const byRow = Map.groupBy(bad, (block) => block % layout.rows)
  const maxRows = Math.max(
    1,
    Math.floor(MAX_STRIP_BYTES / (shape.data + shape.parity) / blockBytes),
  )
  const restored: ByteRange[] = []
  let done = 0
  for (const { from, count } of runsOf([...byRow.keys()], maxRows)) {
    signal?.throwIfAborted()
    const strip = await reader.read(from, count)
    strip.restore()
    for (let row = from; row < from + count; row++) {
      for (const block of byRow.get(row) ?? []) {
        const bytes = strip.block(block)
        if (!bytes) continue
        const range = rangeOf(parity, block)
        if (temporary !== undefined) await work?.write(bytes, 0, bytes.length, range.start)
        restored.push(range)
      }
      done += byRow.get(row)?.length ?? 0
    }
    onProgress?.({ bytes: done * blockBytes, ofBytes: bad.length * blockBytes })
  }
  return restored
}

/** Numbers that follow one another, at most `max` together. */
function runsOf(numbers: readonly number[], max: number) {
  const runs: { from: number; count: number }[] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.from + last.count === number && last.count < max) last.count++
    else runs.push({ from: number, count: 1 })
  }
  return runs
}

/** The bytes of its file that a block holds. */
function rangeOf(parity: ParityFile, block: number): ByteRange {
  const place = parity.head.layout.locate(block)
  if (!place) throw new Error('A block of no member')
  return { start: place.start, end: place.end }
}
