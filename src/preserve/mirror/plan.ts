import { type Reason, reason } from '../../model/reason.ts'
import { digestOf } from '../../storage/digest-of.ts'
import type { Store } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import type { CopyManifest, MirroredFile, TrashedFile } from './manifest.ts'
import { COPIES, isState, MARKER, trashKey } from './names.ts'
import type { SourceFiles } from './source-files.ts'

/** What there is to do to make a place a copy. */
export interface MirrorPlan {
  /** As they should be there already. `isSeen`: read now, and whole. */
  readonly same: readonly (MirroredFile & { readonly isSeen: boolean })[]
  readonly copies: readonly MirroredFile[]
  /** To the copy's trash: gone from the archive, or not what was put there. */
  readonly moves: readonly TrashedFile[]
  readonly faults: readonly CopyFault[]
  /** Files there that are neither ours nor in our way. */
  readonly strangers: number
}

/** What is wrong with one file. `at` is where. */
export interface CopyFault {
  readonly path: string
  readonly at: 'archive' | 'copy'
  readonly reason: Reason
}

export interface PlanOptions {
  /** Reads every file of the copy anew. */
  readonly full: boolean
  /** What has gone from the archive stays in the copy. */
  readonly keepsGone: boolean
  /** ISO 8601, UTC. */
  readonly at: string
  readonly signal: AbortSignal
  readonly onRead: (bytes: number) => Promise<void> | void
}

/** Compares an archive with its copy: by what is recorded of both, and the copy's list of names and sizes. */
export async function planMirror(
  source: SourceFiles,
  manifest: CopyManifest,
  store: Store,
  options: PlanOptions,
): Promise<MirrorPlan> {
  const there = new Map<string, number>()
  for await (const { key, bytes } of store.list('', options.signal)) there.set(key, bytes)
  const planning = new Planning(manifest, there, store, options)
  for (const file of source.files) await planning.add(file)
  planning.addGone(new Set(source.files.map(({ path }) => path)))
  return planning
}

class Planning implements MirrorPlan {
  readonly same: (MirroredFile & { readonly isSeen: boolean })[] = []
  readonly copies: MirroredFile[] = []
  readonly moves: TrashedFile[] = []
  readonly faults: CopyFault[] = []
  strangers = 0
  readonly #manifest: CopyManifest
  readonly #there: ReadonlyMap<string, number>
  readonly #store: Store
  readonly #options: PlanOptions

  constructor(
    manifest: CopyManifest,
    there: ReadonlyMap<string, number>,
    store: Store,
    options: PlanOptions,
  ) {
    this.#manifest = manifest
    this.#there = there
    this.#store = store
    this.#options = options
  }

  async add(file: MirroredFile): Promise<void> {
    const { path, bytes, sha256 } = file
    const size = this.#there.get(path)
    const known = this.#manifest.files.get(path)
    const begun = this.#manifest.begun.get(path)
    if (size === undefined) {
      if (known) this.#note(path, reason('preserve.copy-missing'))
      this.copies.push(file)
      return
    }
    const isAsRecorded = known?.sha256 === sha256 && size === bytes && !begun
    if (isAsRecorded && !this.#options.full) {
      this.same.push({ ...file, isSeen: false })
      return
    }
    const found = await this.#read(path)
    if (found === sha256) this.same.push({ ...file, isSeen: true })
    else if (found !== undefined && (found === known?.sha256 || begun?.has(found)))
      this.copies.push(file)
    else if (known || begun) this.#replaceChanged(file, size, found)
    else this.#note(path, reason('preserve.foreign-in-the-way'))
  }

  /** Undefined too where its disk does not give it: it is as good as damaged. */
  async #read(path: string): Promise<string | undefined> {
    const { signal, onRead } = this.#options
    try {
      return await digestOf(this.#store, path, { signal, onBytes: onRead })
    } catch (error) {
      if (signal.aborted || error instanceof UserError) throw error
      return undefined
    }
  }

  /** Something else has the name of a file of ours: it may be damaged, or somebody's work, and is not destroyed. */
  #replaceChanged(file: MirroredFile, bytes: number, sha256 = file.sha256) {
    const key = this.#move({ path: file.path, bytes, sha256 })
    this.#note(file.path, reason('preserve.changed-aside', { to: key }))
    this.copies.push(file)
  }

  addGone(wanted: ReadonlySet<string>): void {
    const { files, begun, trash } = this.#manifest
    const ours = new Set([...files.keys(), ...begun.keys()])
    for (const path of ours) {
      const bytes = this.#there.get(path)
      if (wanted.has(path) || bytes === undefined) continue
      const file = files.get(path) ?? {
        path,
        bytes,
        sha256: [...(begun.get(path) ?? [''])][0] ?? '',
      }
      if (this.#options.keepsGone) this.same.push({ ...file, isSeen: false })
      else this.#move(file)
    }
    for (const key of this.#there.keys()) {
      const isOurs = key === MARKER || key === COPIES || isState(key) || trash.has(key)
      if (!isOurs && !wanted.has(key) && !ours.has(key)) this.strangers++
    }
  }

  #move(file: MirroredFile): string {
    const { at } = this.#options
    const key = trashKey(at.replaceAll(/[:.]/g, ''), file.path)
    this.moves.push({ ...file, key, at })
    return key
  }

  #note(path: string, why: Reason) {
    this.faults.push({ path, at: 'copy', reason: why })
  }
}
