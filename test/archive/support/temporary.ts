import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/** A folder of each test's own, with an archive's place in it. */
export function useTemporary() {
  const place = { root: '', dir: '' }
  beforeEach(async () => {
    place.root = await realpath(await mkdtemp(join(tmpdir(), 'archive-')))
    place.dir = join(place.root, 'Keep')
  })
  afterEach(() => rm(place.root, { recursive: true, force: true }))
  return place
}
