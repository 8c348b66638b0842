import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

/** What a thread is asked: the file to read. */
export interface DigestRequest {
  readonly path: string
}

export type DigestReply =
  | { readonly kind: 'digest'; readonly sha256: string; readonly bytes: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'error'; readonly message: string; readonly fields: object }

const CHUNK = 1 << 18

/** Not 0: stop reading. */
const stop = new Int32Array(workerData as SharedArrayBuffer)
const buffer = Buffer.allocUnsafeSlow(CHUNK)

parentPort?.on('message', ({ path }: DigestRequest) => parentPort?.postMessage(answer(path)))

function answer(path: string): DigestReply {
  try {
    return digest(path)
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    // A copied error would lose what the system says of it.
    return { kind: 'error', message: error.message, fields: { ...error } }
  }
}

function digest(path: string): DigestReply {
  // Without O_NONBLOCK, opening a pipe waits for its other end. Windows has neither flag.
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants
  const file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
  try {
    if (!fstatSync(file).isFile()) throw new Error(`Not a regular file: ${path}`)
    const hash = createHash('sha256')
    for (let bytes = 0; ; ) {
      if (Atomics.load(stop, 0) !== 0) return { kind: 'stopped' }
      const count = readSync(file, buffer, 0, CHUNK, null)
      if (count === 0) return { kind: 'digest', sha256: hash.digest('hex'), bytes }
      hash.update(buffer.subarray(0, count))
      bytes += count
    }
  } finally {
    closeSync(file)
  }
}
