import { inParallel } from '../../base/parallel.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { digestOf } from '../../storage/digest-of.ts'
import type { Store } from '../../storage/store.ts'
import { UserError } from '../../words/user-error.ts'
import type { CopyState, MirrorEvent } from './events.ts'
import { readManifest } from './manifest.ts'
import { readMarker } from './marker.ts'
import type { MirrorOptions } from './mirroring.ts'

const WIDTH = 4

/**
 * Reads a copy to its last byte and compares it with its own manifest; writes nothing. Throws UserError where the place
 * is no copy of this archive any more.
 */
export async function* checkCopy(
  archiveId: string,
  store: Store,
  { signal, onBytes }: Pick<MirrorOptions, 'signal' | 'onBytes'>,
): AsyncGenerator<MirrorEvent, CopyState> {
  if ((await readMarker(store, signal)) !== archiveId) throw gone(store)
  const manifest = await readManifest(store, signal)
  if (manifest.refused > 0)
    yield {
      kind: 'note',
      reason: reason('preserve.mirror-lines-refused', { count: manifest.refused }),
    }
  const files = [...manifest.files.values()]
  const totals = {
    total: files.length,
    totalBytes: files.reduce((sum, each) => sum + each.bytes, 0),
  }
  const whole: (typeof files)[number][] = []
  const counts = { missing: 0, damaged: 0 }
  let bytes = 0
  let done = 0
  const read = inParallel(files, WIDTH, async (file) => {
    const found = await digestOf(store, file.path, { signal, onBytes }).catch((error: unknown) => {
      signal.throwIfAborted()
      return error instanceof Error ? error : new Error(String(error))
    })
    return { file, found }
  })
  for await (const { file, found } of read) {
    done++
    bytes += file.bytes
    const { path, sha256 } = file
    const begun = manifest.begun.get(path)
    if (found === sha256 || (typeof found === 'string' && begun?.has(found))) whole.push(file)
    else {
      counts[found === undefined ? 'missing' : 'damaged']++
      yield { kind: 'fault', path, at: 'copy', reason: describe(found) }
    }
    yield { kind: 'progress', stage: 'reading', done, bytes, ...totals }
  }
  const seen = whole.map((file) => ({ ...file, isSeen: true }))
  return { files: seen, copied: 0, copiedBytes: 0, trashed: 0, ...counts }
}

const describe = (found: unknown): Reason =>
  found === undefined ? reason('preserve.copy-missing') : reason('preserve.copy-damaged')

export const gone = ({ name: target }: Pick<Store, 'name'>) =>
  new UserError(reason('preserve.mirror-gone', { target }), reason('preserve.put-mirror-back'))
