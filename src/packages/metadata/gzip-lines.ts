import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { createGunzip, createGzip } from 'node:zlib'

const PIECE = 1 << 16

/** Lines to a file that `zcat` reads, the same bytes for the same lines; on the disk once it is closed. */
export class GzipLines {
  readonly #gzip = createGzip()
  readonly #done: Promise<void>
  #piece = ''

  /** @param path must be free */
  constructor(path: string) {
    this.#done = this.#drain(path)
    // It is told when it is waited for.
    this.#done.catch(() => {})
  }

  /** To be waited for: what is in memory does not grow with the file. */
  add(line: string): Promise<void> | undefined {
    this.#piece += `${line}\n`
    return this.#piece.length < PIECE ? undefined : this.#flush()
  }

  async close(): Promise<void> {
    await this.#flush()
    this.#gzip.end()
    await this.#done
  }

  async #flush(): Promise<void> {
    const piece = this.#piece
    this.#piece = ''
    if (this.#gzip.write(piece)) return
    const drained = new Promise((resolve) => this.#gzip.once('drain', resolve))
    await Promise.race([drained, this.#done])
  }

  async #drain(path: string): Promise<void> {
    await using file = await open(path, 'wx')
    for await (const chunk of this.#gzip as AsyncIterable<Uint8Array>) await file.write(chunk)
    await file.sync()
  }
}

export async function* readGzipLines(path: string): AsyncGenerator<string> {
  const input = createReadStream(path).pipe(createGunzip())
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}
