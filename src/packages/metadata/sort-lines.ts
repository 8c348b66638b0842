import { createReadStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'

/** A line and what it is sorted by; neither has a line end in it. */
export interface KeyedLine {
  readonly key: string
  readonly line: string
}

/** So many characters are sorted in memory at a time; so many runs of one size are merged into a larger one. */
const RUN_CHARACTERS = 24 * 1024 * 1024
const MAX_RUNS = 64
/** Stands in no line of JSON, and before every letter. */
const BETWEEN = '\u0001'

/**
 * Sorts more lines than memory holds: sorted runs go to files of a work folder, and are merged. Lines of one key keep
 * their order. The folder must not exist; it is taken away again.
 */
export async function* sortLines(
  lines: AsyncIterable<KeyedLine> | Iterable<KeyedLine>,
  folder: string,
  runCharacters = RUN_CHARACTERS,
): AsyncGenerator<KeyedLine> {
  await mkdir(folder)
  try {
    const runs = new Runs(folder)
    let batch: KeyedLine[] = []
    let size = 0
    for await (const each of lines) {
      batch.push(each)
      size += each.key.length + each.line.length
      if (size < runCharacters) continue
      await runs.add(sortBatch(batch))
      batch = []
      size = 0
    }
    yield* merge([...runs.read(), sortBatch(batch)])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Sorted runs in files, by how often they were merged: none is written anew more often than that. */
class Runs {
  readonly #folder: string
  readonly #levels: string[][] = []
  #count = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  async add(lines: Run, level = 0): Promise<void> {
    const path = join(this.#folder, `run-${this.#count++}.zst`)
    await writeRun(path, lines)
    const runs = this.#levels[level] ?? []
    this.#levels[level] = [...runs, path]
    if (runs.length + 1 < MAX_RUNS) return
    const full = this.#levels[level]
    this.#levels[level] = []
    await this.add(merge(full.map(readRun)), level + 1)
    for (const each of full) await rm(each)
  }

  /** Those that were written first come first. */
  read(): readonly Run[] {
    return this.#levels.toReversed().flat().map(readRun)
  }
}

const sortBatch = (batch: readonly KeyedLine[]) =>
  batch.toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))

async function writeRun(path: string, lines: Run) {
  await using file = await open(path, 'wx')
  const compress = createZstdCompress()
  const done = (async () => {
    for await (const chunk of compress as AsyncIterable<Uint8Array>) await file.write(chunk)
  })()
  for await (const text of inPieces(lines)) {
    if (!compress.write(text)) await new Promise((resolve) => compress.once('drain', resolve))
  }
  compress.end()
  await done
}

const PIECE = 1 << 16

async function* inPieces(lines: Run) {
  let piece = ''
  for await (const { key, line } of lines) {
    piece += `${key}${BETWEEN}${line}\n`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}

async function* readRun(path: string): AsyncGenerator<KeyedLine> {
  const input: Readable = createReadStream(path).pipe(createZstdDecompress())
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const at = text.indexOf(BETWEEN)
    yield { key: text.slice(0, at), line: text.slice(at + 1) }
  }
}

type Run = AsyncIterable<KeyedLine> | Iterable<KeyedLine>

interface Head {
  readonly next: () => Promise<KeyedLine | undefined> | KeyedLine | undefined
  readonly place: number
  value: KeyedLine
}

/** Merges sorted runs; of equal keys those of the earlier run come first. */
async function* merge(runs: readonly Run[]): AsyncGenerator<KeyedLine> {
  const heap: Head[] = []
  for (const [place, run] of runs.entries()) {
    const next = reader(run)
    const value = await next()
    if (value) heap.push({ next, place, value })
  }
  heap.sort(compareHeads)
  for (let [first] = heap; first; [first] = heap) {
    yield first.value
    const pending = first.next()
    const value = pending instanceof Promise ? await pending : pending
    if (value) first.value = value
    else {
      const last = heap.pop()
      if (!last || last === first) continue
      heap[0] = last
    }
    siftDown(heap)
  }
}

function reader(run: Run): Head['next'] {
  if (Symbol.iterator in run) {
    const iterator = run[Symbol.iterator]()
    return () => iterator.next().value as KeyedLine | undefined
  }
  const iterator = run[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await iterator.next()
    return done ? undefined : value
  }
}

const compareHeads = (one: Head, other: Head) =>
  one.value.key < other.value.key
    ? -1
    : one.value.key > other.value.key
      ? 1
      : one.place - other.place

function siftDown(heap: Head[]): void {
  let at = 0
  for (;;) {
    let least = at
    for (const child of [2 * at + 1, 2 * at + 2]) {
      const [candidate, current] = [heap[child], heap[least]]
      if (candidate && current && compareHeads(candidate, current) < 0) least = child
    }
    const [here, down] = [heap[at], heap[least]]
    if (least === at || !here || !down) return
    heap[at] = down
    heap[least] = here
    at = least
  }
}
