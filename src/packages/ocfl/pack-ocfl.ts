import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '../../base/file.ts'
import { hasFile } from '../has-file.ts'
import type { PackEvent, PackRequest } from '../packer.ts'
import { refuseOccupied, Staging, syncTree } from '../staging.ts'
import { buildVersion } from './build-version.ts'
import { objectPath } from './layout.ts'
import { installInventory, openObject } from './open-object.ts'
import { isStorageRoot, write, writeStorageRoot } from './storage-root.ts'
import { writeInventory } from './write-inventory.ts'

/**
 * Makes an archive an object of an OCFL storage root, or a further version of one that is there: then only what has
 * changed is written. A version is there whole or not at all, and the next run finishes what a killed one left.
 */
export async function* packOcfl(request: PackRequest): AsyncGenerator<PackEvent> {
  const { out } = request
  const contents = await request.contents()
  const isThere = await isStorageRoot(out)
  if (!isThere) await refuseOccupied(out)
  await using staging = await Staging.open(out)
  const id = `urn:x-songkeep:archive:${encodeURIComponent(contents.name)}`
  const place = objectPath(id)
  const object = join(out, place)
  const isKnown = isThere && (await hasFile(object, '0=ocfl_object_1.1'))
  const before = isKnown ? await openObject(object, staging.dir) : undefined

  const version = yield* buildVersion({ request, contents, id, before, dir: staging.dir })
  if (!version) {
    yield { kind: 'unchanged', path: out }
    return
  }
  const { name, inventory, files, bytes } = version
  const text = writeInventory(inventory)
  const folder = join(staging.dir, name)
  await installInventory(folder, text, folder)
  await syncTree(folder)
  if (before) {
    await rename(folder, join(object, name))
    await syncFolder(object)
    await installInventory(object, text, staging.dir)
  } else {
    const fresh = join(staging.dir, 'root')
    const made = join(fresh, place)
    await mkdir(made, { recursive: true })
    await write(join(made, '0=ocfl_object_1.1'), 'ocfl_object_1.1\n')
    await installInventory(made, text, staging.dir)
    await rename(folder, join(made, name))
    if (isThere) await moveObject(made, object)
    else {
      await writeStorageRoot(fresh)
      await staging.moveTo(out, fresh)
    }
  }
  yield { kind: 'packed', path: out, files, bytes }
}

async function moveObject(made: string, object: string): Promise<void> {
  await syncTree(made)
  await mkdir(dirname(object), { recursive: true })
  await rename(made, object)
  await syncFolder(dirname(object))
}
