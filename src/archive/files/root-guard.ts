import { type FileHandle, open, stat } from 'node:fs/promises'
import { reason } from '../../model/reason.ts'
import { StorageError } from '../../words/user-error.ts'

/**
 * Holds an archive's folder open and knows it again: a disk that is pulled out, or a folder that is renamed, leaves a
 * place under whose name nothing of the archive may be made.
 */
export class RootGuard implements AsyncDisposable {
  readonly #root: string
  readonly #held: FileHandle
  readonly #identity: string

  private constructor(root: string, held: FileHandle, identity: string) {
    this.#root = root
    this.#held = held
    this.#identity = identity
  }

  static async hold(root: string): Promise<RootGuard> {
    const held = await open(root, 'r')
    return new RootGuard(root, held, identify(await held.stat({ bigint: true })))
  }

  /** Throws StorageError where another folder, or none, has the archive's name now. */
  async check(): Promise<void> {
    const found = await stat(this.#root, { bigint: true }).catch(() => undefined)
    if (found && identify(found) === this.#identity) return
    const params = { root: this.#root }
    throw new StorageError(reason('archive.root-gone', params), reason('archive.put-root-back'))
  }

  async [Symbol.asyncDispose]() {
    await this.#held.close()
  }
}

const identify = ({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }) => `${dev}:${ino}`
