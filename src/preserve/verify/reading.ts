import type { RootGuard } from '../../archive/files/root-guard.ts'
import { inParallel } from '../../base/parallel.ts'
import type { ArchivedFile } from '../../model/archived-file.ts'
import type { FixityFinding, VerifyEvent } from '../../model/preserve/fixity.ts'
import type { CheckLog } from './check-log.ts'
import { type FileLook, lookAtFile, type Suspect } from './look-at-file.ts'
import type { VerifyOptions } from './verify-options.ts'

type Broken = Extract<FixityFinding, { readonly kind: 'broken' }>

interface ReadingTools extends Pick<VerifyOptions, 'digester' | 'check' | 'signal'> {
  readonly guard: RootGuard
  readonly log: CheckLog
}

/** Reads archived files, several at a time, and remembers what it has found. */
export class Reading {
  readonly #root: string
  readonly #tools: ReadingTools
  readonly suspects: Suspect[] = []
  readonly broken: Broken[] = []
  whole = 0
  wholeBytes = 0

  constructor(root: string, tools: ReadingTools) {
    this.#root = root
    this.#tools = tools
  }

  /** Ends early, without an error, where the signal is aborted. */
  async *read(files: readonly ArchivedFile[]): AsyncGenerator<VerifyEvent> {
    const { digester, signal } = this.#tools
    let done = 0
    let bytes = 0
    try {
      const read = (kept: ArchivedFile) => this.#readOne(kept)
      for await (const kept of inParallel(files, digester.width, read)) {
        bytes += kept.bytes
        yield { kind: 'progress', files: ++done, bytes, path: kept.path }
      }
    } catch (error) {
      if (!signal?.aborted) throw error
    }
  }

  /** Nothing has the file's name, whether or not it was to be read. */
  async noteMissing(kept: ArchivedFile): Promise<void> {
    await this.#note({ kind: 'missing', kept })
  }

  async #readOne(kept: ArchivedFile): Promise<ArchivedFile> {
    const { digester, signal, check } = this.#tools
    signal?.throwIfAborted()
    const look = await lookAtFile(this.#root, kept, digester, signal)
    await this.#note(look)
    if (look.kind !== 'whole') return kept
    const reason = await check?.(look.file, kept)
    if (reason)
      this.broken.push({ kind: 'broken', path: kept.path, kept, reason, remedies: ['again'] })
    return kept
  }

  async #note(look: FileLook): Promise<void> {
    const { guard, log } = this.#tools
    const { kind, kept } = look
    if (kind === 'whole') {
      this.whole++
      this.wholeBytes += kept.bytes
      await log.add({ path: kept.path, outcome: kind, sha256: kept.sha256, bytes: kept.bytes })
      return
    }
    // A disk that was pulled out is not an archive without files.
    await guard.check()
    this.suspects.push(look)
    const sum = kind === 'damaged' ? { sha256: look.sha256, bytes: look.bytes } : {}
    await log.add({ path: kept.path, outcome: kind, ...sum })
  }
}
