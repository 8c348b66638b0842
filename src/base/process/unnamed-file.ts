import { randomUUID } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asStorageError } from '../storage.ts'

const PIECE_BYTES = 64 * 1024

/** A temporary file for what a program says: nobody else can open it, and it is gone however the process ends. */
export class UnnamedFile implements Disposable {
  readonly fd: number

  constructor() {
    const path = join(tmpdir(), `songkeep-${randomUUID()}`)
    this.fd = openSync(path, 'wx+', 0o600)
    unlinkSync(path)
  }

  get size(): number {
    return fstatSync(this.fd).size
  }

  /** Throws StorageError where the disk was full: what a program said may be missing then. */
  *read(): Generator<Buffer> {
    const { size } = this
    try {
      writeSync(this.fd, '\n', size)
    } catch (error) {
      throw asStorageError(error)
    }
    for (let at = 0; at < size; ) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, size - at))
      const bytes = readSync(this.fd, piece, 0, piece.length, at)
      if (bytes === 0) return
      yield piece.subarray(0, bytes)
      at += bytes
    }
  }

  [Symbol.dispose]() {
    closeSync(this.fd)
  }
}
