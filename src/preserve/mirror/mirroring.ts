import { join } from 'node:path'
import type { Archive } from '../../archive/archive.ts'
import { inParallel } from '../../base/parallel.ts'
import { reason } from '../../model/reason.ts'
import { DigestMismatchError, SourceUnreadableError } from '../../storage/errors.ts'
import type { Store } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import type { CopyState, MirrorEvent } from './events.ts'
import {
  type CopyManifest,
  type MirroredFile,
  type TrashedFile,
  writeManifest,
} from './manifest.ts'
import { putOnce } from './marker.ts'
import { MANIFESTS, manifestKey, readManifestKey } from './names.ts'
import type { CopyFault, MirrorPlan } from './plan.ts'

export interface MirrorOptions {
  /** Reads the whole copy anew, and does not go by what is recorded of it. */
  readonly full?: boolean
  /** Says what would be done, and writes nothing. */
  readonly dryRun?: boolean
  /** Empties the copy's trash. */
  readonly prune?: boolean
  /** Waits as long as a pace asks, for each piece that is read or written. */
  readonly onBytes?: (bytes: number) => Promise<void> | void
  readonly signal: AbortSignal
}

/** Files under way at once: a bucket answers slowly, and a disk takes no more. */
const WIDTH = 4

/** One run that writes. */
export class Mirroring {
  readonly #archive: Archive
  readonly #store: Store
  readonly #manifest: CopyManifest
  readonly #plan: MirrorPlan
  readonly #options: MirrorOptions
  readonly #run: number
  readonly #copied: MirroredFile[] = []
  readonly #faults: CopyFault[] = []
  readonly #trash: Map<string, TrashedFile>

  constructor(
    archive: Archive,
    store: Store,
    manifest: CopyManifest,
    plan: MirrorPlan,
    options: MirrorOptions,
  ) {
    this.#archive = archive
    this.#store = store
    this.#manifest = manifest
    this.#plan = plan
    this.#options = options
    this.#run = manifest.run + 1
    this.#trash = new Map(manifest.trash)
  }

  async *run(): AsyncGenerator<MirrorEvent, CopyState> {
    const { copies, moves } = this.#plan
    const prunes = this.#options.prune === true && this.#trash.size + moves.length > 0
    const isUnfinished = this.#manifest.begun.size > 0 || this.#manifest.run === 0
    if (copies.length + moves.length > 0 || prunes || isUnfinished) {
      await this.#writeDown('plan', [...copies, ...moves])
      yield* this.#moveToTrash()
      yield* this.#copy()
      if (this.#options.prune) yield* this.#prune()
      await this.#finish()
    }
    return stateOf(this.#plan, this.#copied, this.#faults)
  }

  /** Whoever has written this number first is the one who goes on. */
  async #writeDown(kind: 'plan' | 'whole', files: readonly (MirroredFile | TrashedFile)[]) {
    const key = manifestKey(this.#run, kind)
    const { signal } = this.#options
    if ((await putOnce(this.#store, key, writeManifest(files), signal)) === 'taken')
      throw overtaken(this.#store)
  }

  async *#moveToTrash(): AsyncGenerator<MirrorEvent> {
    for (const file of this.#plan.moves) {
      await this.#store.move(file.path, file.key, this.#options.signal)
      this.#trash.set(file.key, file)
      yield { kind: 'trashed', path: file.path, to: file.key }
    }
  }

  async *#copy(): AsyncGenerator<MirrorEvent> {
    const { copies } = this.#plan
    const totals = { total: copies.length, totalBytes: sumOf(copies) }
    let done = 0
    let bytes = 0
    const results = inParallel(copies, WIDTH, async (file) => ({
      file,
      why: await this.#put(file),
    }))
    for await (const { file, why } of results) {
      done++
      bytes += file.bytes
      if (why) this.#faults.push(why)
      else this.#copied.push(file)
      yield why ? { kind: 'fault', ...why } : { kind: 'copied', path: file.path, bytes: file.bytes }
      yield { kind: 'progress', stage: 'copying', done, bytes, ...totals }
    }
  }

  /** What is wrong with the archive's file, where it was not copied: what the copy has of it stays. */
  async #put(file: MirroredFile): Promise<CopyFault | undefined> {
    const { path } = file
    const from = { path: join(this.#archive.dir, path) }
    const { signal, onBytes } = this.#options
    try {
      await this.#store.put(path, { ...file, from }, { signal, onBytes })
      return undefined
    } catch (error) {
      if (error instanceof DigestMismatchError)
        return { path, at: 'archive', reason: reason('preserve.source-damaged') }
      if (!(error instanceof SourceUnreadableError)) throw error
      await this.#archive.checkRoot()
      return { path, at: 'archive', reason: reason('preserve.source-missing') }
    }
  }

  /** Removes what lies in the trash, of all that our manifest has put there and nothing else. */
  async *#prune(): AsyncGenerator<MirrorEvent> {
    for (const key of [...this.#trash.keys()]) {
      await this.#store.delete(key, this.#options.signal)
      this.#trash.delete(key)
      yield { kind: 'pruned', path: key }
    }
  }

  /** Writes down what is there now; the plans and manifests before it have had their time. */
  async #finish(): Promise<void> {
    const { signal } = this.#options
    for await (const { key } of this.#store.list(MANIFESTS, signal))
      if ((readManifestKey(key)?.run ?? 0) > this.#run) throw overtaken(this.#store)
    const moved = new Set(this.#plan.moves.map(({ path }) => path))
    const stays = this.#faults.flatMap(({ path }) => {
      const before = this.#manifest.files.get(path)
      return before && !moved.has(path) ? [before] : []
    })
    const same = this.#plan.same.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }))
    const files = [...same, ...this.#copied, ...stays, ...this.#trash.values()]
    await this.#writeDown('whole', files)
    const old = [...this.#manifest.keys, manifestKey(this.#run, 'plan')]
    for (const key of old) await this.#store.delete(key, signal)
  }
}

const overtaken = ({ name: target }: Store) =>
  new UserError(reason('preserve.mirror-overtaken', { target }), reason('preserve.mirror-again'))

/** What the copy has after a run, or would have. */
export function stateOf(
  { same, moves, faults }: MirrorPlan,
  copied: readonly MirroredFile[],
  more: readonly CopyFault[],
): CopyState {
  const all = [...faults, ...more]
  const count = (code: string) => all.filter(({ reason: why }) => why.code === code).length
  return {
    files: [...same, ...copied.map((file) => ({ ...file, isSeen: true }))],
    copied: copied.length,
    copiedBytes: sumOf(copied),
    trashed: moves.length,
    missing: count('preserve.source-missing'),
    damaged: count('preserve.source-damaged') + count('preserve.foreign-in-the-way'),
  }
}

export const sumOf = (files: readonly { readonly bytes: number }[]) =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)
