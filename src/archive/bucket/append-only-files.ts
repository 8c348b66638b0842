import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../base/file.ts'
import { DECISIONS } from '../decisions/decisions.ts'
import { appendLine } from '../journal/append.ts'
import { LISTS } from '../lists/lists.ts'
import type { LineEntry } from './commits/entries.ts'
import type { BucketState } from './commits/state.ts'

const FILES = [
  { kind: 'list', name: LISTS },
  { kind: 'decision', name: DECISIONS },
] as const

/**
 * The files of a working copy that are only ever added to, by whoever has the archive open and by others that decide or
 * rename something meanwhile. So they are never replaced here, and what the bucket lacks of them is found by comparing.
 */
export class AppendOnlyFiles {
  readonly #dir: string
  /** How far each was read, in bytes. */
  readonly #read = new Map<string, number>()

  constructor(dir: string) {
    this.#dir = dir
  }

  /** Lines that were added since it was asked last, and that the bucket lacks. One that is being written waits. */
  async readNew(state: Pick<BucketState, 'hasLine'>): Promise<readonly LineEntry[]> {
    const entries: LineEntry[] = []
    for (const { kind, name } of FILES) {
      const start = this.#read.get(name) ?? 0
      const bytes = await readFrom(join(this.#dir, name), start)
      const end = bytes.lastIndexOf('\n') + 1
      this.#read.set(name, start + end)
      for (const line of bytes.subarray(0, end).toString().split('\n'))
        if (line.startsWith('{') && !state.hasLine({ kind, line })) entries.push({ kind, line })
    }
    return entries
  }

  /** These could not be sent: they are found again. */
  forget(): void {
    this.#read.clear()
  }

  /** Adds what the bucket has and the file lacks. */
  async addMissing(state: Pick<BucketState, 'lists' | 'decisions'>): Promise<void> {
    for (const { kind, name } of FILES) {
      const path = join(this.#dir, name)
      const there = new Set((await readFrom(path, 0)).toString().split('\n'))
      const lines = kind === 'list' ? state.lists : state.decisions
      const missing = lines.filter((line) => !there.has(line)).map((line) => `${line}\n`)
      if (missing.length > 0) await appendLine(path, missing.join(''))
    }
  }
}

async function readFrom(path: string, start: number): Promise<Buffer> {
  try {
    await using file = await open(path, 'r')
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.max(0, size - start))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
    return bytes.subarray(0, bytesRead)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
