import { lstat, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { codeOf, syncFolder } from '../base/file.ts'
import { takeLock } from '../base/lock.ts'
import { reason } from '../model/reason.ts'
import { UserError } from '../words/user-error.ts'

/** In the folder of unfinished work: says that Songkeep made it, and locks it. */
const MARKER = 'songkeep-unfinished'

/**
 * A folder beside the one that is to be made, for what is not finished. It gets its final name in one step, so that a
 * package is there whole or not at all. What a killed run left of it is taken away by the next run: it is known by
 * the marker in it, and nothing else is ever removed.
 */
export class Staging implements AsyncDisposable {
  readonly #place: string
  readonly #lock: Disposable

  private constructor(place: string, lock: Disposable) {
    this.#place = place
    this.#lock = lock
  }

  /** `goal`: where the finished folder goes. UserError where another run is at work on it. */
  static async open(goal: string): Promise<Staging> {
    const path = resolve(goal)
    await mkdir(dirname(path), { recursive: true })
    const place = join(dirname(path), `.${basename(path)}.part`)
    await clear(place)
    await mkdir(place)
    const staging = new Staging(place, takeLock(join(place, MARKER)))
    await mkdir(staging.dir)
    return staging
  }

  /** The folder to write to. */
  get dir(): string {
    return join(this.#place, 'package')
  }

  /** Gives the folder, or one beneath it, its final name; that must be free, or an empty folder. */
  async moveTo(goal: string, from = this.dir): Promise<void> {
    const path = resolve(goal)
    await syncTree(from)
    await rmdir(path).catch((error) => {
      if (codeOf(error) !== 'ENOENT') throw error
    })
    await rename(from, path)
    await syncFolder(dirname(path))
  }

  async [Symbol.asyncDispose]() {
    this.#lock[Symbol.dispose]()
    await rm(this.#place, { recursive: true, force: true })
  }
}

async function clear(place: string) {
  const found = await lstat(place).catch(() => undefined)
  if (!found) return
  const names = found.isDirectory() ? await readdir(place) : ['']
  const isOurs = names.includes(MARKER) || names.length === 0
  if (!isOurs)
    throw new UserError(
      reason('package.in-the-way', { path: place }),
      reason('package.move-it-away'),
    )
  if (names.length > 0) takeLock(join(place, MARKER))[Symbol.dispose]()
  await rm(place, { recursive: true })
}

/** Makes the names of all folders durable, the innermost first. */
export async function syncTree(folder: string) {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await syncTree(join(folder, entry.name))
  await syncFolder(folder)
}

/** UserError where something lies at a path that is neither nothing nor an empty folder. */
export async function refuseOccupied(path: string): Promise<void> {
  const found = await lstat(path).catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (!found || (found.isDirectory() && (await readdir(path)).length === 0)) return
  throw new UserError(reason('package.not-empty', { path }), reason('package.name-another-folder'))
}
