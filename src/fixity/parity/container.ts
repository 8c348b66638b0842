import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Head, nameOf, ParityFormatError, readHead, writeHead } from './head.ts'
import { openPlain } from './inside.ts'

/**
 * A parity file: a line, the head, the parity shards, the head once more, and the line once more. So one of the two
 * heads may be damaged, or cut off.
 *
 *     songkeep-parity 1 0000031337 <SHA-256 of the head>
 *     {"shards":{"data":20,"parity":2}, … ,"files":[ … ]}
 *     <digests of all blocks><parity shards><head again><line again>
 */
const lineOf = (head: Uint8Array) =>
  `songkeep-parity 1 ${String(head.length).padStart(10, '0')} ${sha256(head)}\n`
const LINE = /^songkeep-parity 1 (\d{10}) ([0-9a-f]{64})\n$/
const LINE_BYTES = 94

/** No group's head is larger: its members and blocks are bounded. */
const MAX_HEAD_BYTES = 64 * 2 ** 20

/** Size of a parity file with a head of so many bytes. */
export const fileBytes = (headBytes: number, parityBytes: number) =>
  2 * (LINE_BYTES + headBytes) + parityBytes

/** Writes a parity file under a temporary name, which may hold what a killed run left. */
export async function writeParityFile(
  temporary: string,
  description: string,
  digests: Uint8Array,
  shards: readonly Uint8Array[],
): Promise<void> {
  const { O_CREAT, O_TRUNC, O_WRONLY, O_NOFOLLOW = 0 } = constants
  await using file = await open(temporary, O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW, 0o666)
  const head = writeHead(description, digests)
  const line = Buffer.from(lineOf(head))
  await file.writeFile(line)
  await file.writeFile(head)
  for (const shard of shards) await file.writeFile(shard)
  await file.writeFile(head)
  await file.writeFile(line)
}

/** A parity file opened for reading. */
export class ParityFile implements AsyncDisposable {
  readonly head: Head
  /** Both heads are whole, and it is as long as it has to be. */
  readonly isWholeAround: boolean
  readonly #file: FileHandle
  readonly #parityAt: number

  private constructor(file: FileHandle, found: FoundHead, isWholeAround: boolean) {
    this.#file = file
    this.head = found.head
    this.#parityAt = found.parityAt
    this.isWholeAround = isWholeAround
  }

  /** Throws ParityFormatError where no head can be read, and what the system says. */
  static async open(folder: string, name: string): Promise<ParityFile> {
    const file = await openPlain(join(folder, name))
    if (!file) throw new ParityFormatError('not a plain file')
    try {
      const { size } = await file.stat()
      const front = await readHeadAt(file, name, 0, size)
      const back = await readHeadAt(file, name, size - LINE_BYTES, size)
      const found = front ?? back
      if (!found) throw new ParityFormatError('no whole head')
      return new ParityFile(file, found, Boolean(front && back) && size === found.fileBytes)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** Reads blocks of a parity shard, from row `from` on; what is not there stays zero. */
  async readRows(shard: number, from: number, into: Uint8Array): Promise<void> {
    const { layout } = this.head
    const at = this.#parityAt + shard * layout.shardBytes + from * layout.group.blockBytes
    await readTolerant(this.#file, into, at, layout.group.blockBytes)
  }

  async [Symbol.asyncDispose]() {
    await this.#file.close()
  }
}

interface FoundHead {
  readonly head: Head
  readonly parityAt: number
  readonly fileBytes: number
}

/** The head beside the line at `at`: behind the first line, before the last one. */
async function readHeadAt(
  file: FileHandle,
  name: string,
  at: number,
  size: number,
): Promise<FoundHead | undefined> {
  if (at < 0) return undefined
  const line = Buffer.alloc(LINE_BYTES)
  await readTolerant(file, line, at, LINE_BYTES)
  const [, digits, sum] = LINE.exec(line.toString('latin1')) ?? []
  const headBytes = Number(digits)
  const start = at === 0 ? LINE_BYTES : at - headBytes
  if (!(headBytes <= MAX_HEAD_BYTES) || start < 0 || start + headBytes > size) return undefined
  const bytes = Buffer.alloc(headBytes)
  await readTolerant(file, bytes, start, headBytes)
  if (sha256(bytes) !== sum) return undefined
  const head = readHead(bytes)
  const description = bytes.subarray(0, bytes.indexOf(0x0a)).toString()
  if (nameOf(description) !== name) throw new ParityFormatError('it is named after another group')
  const { layout } = head
  const parityBytes = layout.group.shape.parity * layout.shardBytes
  return {
    head,
    parityAt: at === 0 ? LINE_BYTES + headBytes : start - parityBytes,
    fileBytes: fileBytes(headBytes, parityBytes),
  }
}

/**
 * Reads as much as can be read; the rest is zeros. Where a disk cannot read a part, it is tried again in pieces of
 * `piece` bytes, so that no more is lost than has to be. Nothing is read where `at` is before the file's beginning.
 */
export async function readTolerant(
  file: FileHandle,
  into: Uint8Array,
  at: number,
  piece: number,
): Promise<void> {
  try {
    const done = at < 0 ? 0 : await readFully(file, into, at)
    into.fill(0, done)
  } catch {
    if (into.length <= piece) into.fill(0)
    else
      for (let from = 0; from < into.length; from += piece)
        await readTolerant(file, into.subarray(from, from + piece), at + from, piece)
  }
}

async function readFully(file: FileHandle, into: Uint8Array, at: number): Promise<number> {
  let done = 0
  while (done < into.length) {
    const { bytesRead } = await file.read(into, done, into.length - done, at + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return done
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
