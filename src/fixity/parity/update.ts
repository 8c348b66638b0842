import { lstat, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { hashFile } from '../../base/hash.ts'
import { asStorageError } from '../../base/storage.ts'
import type { Group, GroupMember } from './group.ts'
import { type NamedGroup, nameGroup, readIndex, writeIndex } from './index-file.ts'
import { openInside } from './inside.ts'
import { makeGroup } from './make-group.ts'
import type { ParityUpdate, ProtectedFile, UpdateOptions } from './parity.ts'
import { findUncovered, formGroups } from './plan.ts'
import { writeScript } from './script.ts'
import { shapeOf, USUAL_PERCENT } from './shape.ts'

/**
 * Makes or brings up to date the parity of exactly these files, whose paths are all different. Full groups of which
 * nothing has changed are left as they are; the files of the others come into new ones. Every step is named in the
 * index before it is taken, and older parity stays until all that it protects is protected anew: killed at any moment,
 * the next call goes on. Throws UserError for an odd percentage, StorageError where there is no room.
 */
export async function updateParity(
  root: string,
  files: readonly ProtectedFile[],
  options: UpdateOptions = {},
): Promise<ParityUpdate> {
  try {
    return await new Update(root, files, options).run()
  } catch (error) {
    throw asStorageError(error)
  }
}

class Update {
  readonly #root: string
  readonly #files: readonly ProtectedFile[]
  readonly #options: UpdateOptions
  readonly #damaged: ReadonlySet<string>
  /** Whether files of which parts were read are whole. */
  readonly #wholes = new Map<string, Promise<boolean>>()
  #folder = ''
  /** All that the index names. */
  #named = new Map<string, NamedGroup>()
  #bytes = 0
  #ofBytes = 0

  constructor(root: string, files: readonly ProtectedFile[], options: UpdateOptions) {
    this.#root = root
    this.#files = files
    this.#options = options
    this.#damaged = new Set((options.damaged ?? []).map((path) => basename(path)))
  }

  async run(): Promise<ParityUpdate> {
    const shape = shapeOf(this.#options.percent ?? USUAL_PERCENT)
    const index = await readIndex(this.#root)
    this.#folder = index.folder
    this.#named = new Map(index.groups.map((group) => [group.name, group]))
    const { stay, uncovered } = findUncovered(index.groups, this.#files, shape)
    const planned = [...stay, ...formGroups(uncovered, shape).map(nameGroup)]
    const { made, kept, left } = await this.#bringAbout(planned)
    const removed = await this.#finish([...kept, ...made], left, index.isDamaged)
    return {
      made: made.length,
      kept: kept.length,
      removed,
      parityBytes: [...this.#named.values()].reduce((sum, { fileBytes }) => sum + fileBytes, 0),
      unprotected: [...new Map(left.map((member) => [member.path, member])).values()].map(
        ({ path, bytes, sha256 }) => ({ path, bytes, sha256 }),
      ),
    }
  }

  async #isThere({ name, fileBytes }: NamedGroup): Promise<boolean> {
    if (this.#damaged.has(name)) return false
    const found = await lstat(join(this.#folder, name)).catch(() => undefined)
    return found?.isFile() === true && found.size === fileBytes
  }

  /** Files that are not as they should be are left out, and the others of their group come into another. */
  async #bringAbout(planned: readonly NamedGroup[]) {
    const [made, kept]: [NamedGroup[], NamedGroup[]] = [[], []]
    const left: GroupMember[] = []
    for (let next = planned; next.length > 0; ) {
      const missing: NamedGroup[] = []
      for (const group of next)
        (await this.#isThere(group)) ? kept.push(group) : missing.push(group)
      await this.#announce(missing)
      const again: Group[] = []
      for (const group of missing) {
        const wrong = await this.#make(group)
        if (wrong.length === 0) made.push(group)
        left.push(...wrong)
        const rest = group.members.filter((member) => !wrong.includes(member))
        if (wrong.length > 0) again.push(...formGroups(rest, group.shape))
      }
      next = again.map(nameGroup)
    }
    return { made, kept, left }
  }

  async #make(group: NamedGroup): Promise<readonly GroupMember[]> {
    const { signal, also, onProgress } = this.#options
    return await makeGroup(this.#root, group, join(this.#folder, group.name), {
      signal,
      alsoFor: also,
      isWhole: (member) => this.#isWhole(member),
      onBytes: (bytes) => {
        this.#bytes += bytes
        onProgress?.({ bytes: this.#bytes, ofBytes: Math.max(this.#bytes, this.#ofBytes) })
      },
    })
  }

  #isWhole({ path, bytes, sha256 }: GroupMember): Promise<boolean> {
    const { signal } = this.#options
    const look = async () => {
      await using file = await openInside(this.#root, path)
      if (!file || (await file.stat()).size !== bytes) return false
      return (await hashFile(join(this.#root, path), { noFollow: true, signal })).sha256 === sha256
    }
    const whole = this.#wholes.get(path) ?? look()
    this.#wholes.set(path, whole)
    return whole
  }

  /** The index names a parity file before it is made, so that what is removed is always ours. */
  async #announce(groups: readonly NamedGroup[]) {
    for (const { members } of groups)
      this.#ofBytes += members.reduce((sum, { length }) => sum + length, 0)
    const before = this.#named.size
    for (const group of groups) this.#named.set(group.name, group)
    if (this.#named.size > before) await writeIndex(this.#folder, [...this.#named.values()])
  }

  /** Removes parity of which nothing is needed any more. */
  async #finish(
    current: readonly NamedGroup[],
    left: readonly GroupMember[],
    isDamaged: boolean,
  ): Promise<number> {
    const names = new Set(current.map(({ name }) => name))
    const others = [...this.#named.values()].filter(({ name }) => !names.has(name))
    let removed = 0
    for (const group of others) {
      const isThere = await this.#exists(group)
      if (isThere && hasAny(group, left)) continue
      await rm(join(this.#folder, group.name), { force: true })
      await rm(join(this.#folder, `${group.name}.part`), { force: true })
      this.#named.delete(group.name)
      if (isThere) removed++
    }
    if (others.length > 0 || isDamaged) await writeIndex(this.#folder, [...this.#named.values()])
    if (this.#named.size > 0) await writeScript(this.#folder)
    return removed
  }

  async #exists({ name }: NamedGroup): Promise<boolean> {
    return (await lstat(join(this.#folder, name)).catch(() => undefined)) !== undefined
  }
}

/** What could not be protected anew may still be restored by older parity. */
function hasAny({ members }: NamedGroup, left: readonly GroupMember[]): boolean {
  const keys = new Set(left.map(({ path, sha256 }) => `${sha256} ${path}`))
  return members.some(({ path, sha256 }) => keys.has(`${sha256} ${path}`))
}
