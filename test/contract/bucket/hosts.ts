import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { openBucketArchive } from '../../../src/archive/bucket/open-bucket.ts'
import type { BucketPlace } from '../../../src/archive/bucket/standing.ts'
import type { Store } from '../../../src/storage/store.ts'
import { playlistOf, trackOf } from '../../archive/support/sample.ts'

export interface BucketUnderTest {
  /** An empty place, in or beside a folder of the test's; the same name is the same place, as for another host. */
  open(name: string, root: string): Promise<Store>
}

export const { signal } = new AbortController()
export const two = playlistOf('Mix', [trackOf('One'), trackOf('Two')])

let count = 0

export type Hosts = ReturnType<typeof useHosts>

/** Hosts that share a bucket, of each test's own, and nothing else. */
export function useHosts({ open }: BucketUnderTest) {
  let root = ''
  let bucket = ''
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'songkeep-bucket-'))
    bucket = `archive-${process.pid}-${count++}`
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  /** A host has a folder of its own. */
  async function at(host: string): Promise<BucketPlace & AsyncDisposable> {
    const store = await open(bucket, root)
    return {
      store,
      folder: join(root, host),
      [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
    }
  }

  async function write<Result>(
    host: string,
    work: (archive: Archive, place: BucketPlace) => Promise<Result>,
  ): Promise<Result> {
    await using place = await at(host)
    await using opened = await openBucketArchive(place, { signal })
    return await work(opened.archive, place)
  }

  /** Opens it for writing and goes away without a word, as a machine that loses its power. */
  async function die(host: string, work: (archive: Archive) => Promise<unknown>) {
    const place = await at(host)
    const opened = await openBucketArchive(place, { signal })
    await work(opened.archive)
    return async () => await opened[Symbol.asyncDispose]()
  }

  return {
    ...{ at, write, die },
    /** Another bucket. */
    open: (name: string) => open(`${bucket}-${name}`, root),
    get root() {
      return root
    },
  }
}
