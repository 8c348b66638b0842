import { mkdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { RootGuard } from '../../../archive/files/root-guard.ts'
import { look } from '../../../base/inside.ts'
import { takeLock } from '../../../base/lock.ts'
import { reason } from '../../../model/reason.ts'
import { gone } from '../../../preserve/mirror/check.ts'
import { findCopy, markCopy, readMarker } from '../../../preserve/mirror/marker.ts'
import { FileStore } from '../../../storage/file/file-store.ts'
import type { Store } from '../../../storage/store.ts'
import { UserError } from '../../../words/user-error.ts'
import type { Environment } from '../../environment.ts'
import { openStore } from './open-store.ts'
import { type CopyTarget, nameTarget } from './target.ts'

export interface PlaceOptions {
  readonly target: CopyTarget
  /** A copy was there before. */
  readonly isKnown: boolean
  readonly archive: { readonly dir: string; readonly id: string }
  /** The server that the command line names. */
  readonly endpoint?: string
  /** Begin a copy again where a known one is no more. */
  readonly anew?: boolean
  readonly dryRun?: boolean
}

export interface OpenPlace extends AsyncDisposable {
  readonly store: Store
}

/**
 * Opens the place of a copy for writing. A known copy that is not there may be a disk that is not attached: it is not
 * begun again unless that was asked for. A folder is locked and held open, so that nothing is made where it was.
 */
export async function openPlace(
  options: PlaceOptions,
  environment: Environment,
  signal: AbortSignal,
): Promise<OpenPlace> {
  const { target, isKnown, anew = false, archive } = options
  await using opening = new AsyncDisposableStack()
  const mustBeThere = isKnown && !anew
  if (target.kind === 's3') {
    const store = opening.use(openStore(target, environment, options.endpoint))
    if (mustBeThere && (await readMarker(store, signal)) !== archive.id) throw gone(store)
    return hold(store, opening)
  }
  const path = await resolvePlace(target.path)
  if (isWithin(path, archive.dir) || isWithin(archive.dir, path))
    throw new UserError(
      reason('preserve.mirror-within', { target: path }),
      reason('preserve.choose-other-target'),
    )
  if (mustBeThere && (await readMarker(new FileStore(path), signal)) !== archive.id)
    throw gone({ name: nameTarget(target) })
  if (options.dryRun) return hold(opening.use(new FileStore(path)), opening)
  if (!(await look(path))) await mkdir(path)
  const guard = opening.use(await RootGuard.hold(path))
  const store = opening.use(new FileStore(path, () => guard.check()))
  if ((await findCopy(store, archive.id, signal)) === 'new')
    await markCopy(store, archive.id, signal)
  await mkdir(join(path, '.songkeep'), { recursive: true })
  opening.use(takeLock(join(path, '.songkeep', 'lock')))
  return hold(store, opening)
}

function hold(store: Store, opening: AsyncDisposableStack): OpenPlace {
  const held = opening.move()
  return { store, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

/** Links resolved; the folder itself need not be there, but what it is to lie in. */
async function resolvePlace(path: string): Promise<string> {
  const there = await realpath(path).catch(() => undefined)
  if (there !== undefined) return there
  const parent = await realpath(dirname(path)).catch(() => undefined)
  if (parent !== undefined) return join(parent, basename(path))
  const target = { target: path }
  throw new UserError(reason('preserve.no-parent', target), reason('preserve.make-parent'))
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(folder + sep)
