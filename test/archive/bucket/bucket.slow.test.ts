import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '../../../src/storage/file/file-store.ts'
import { testBucketArchive } from '../../contract/bucket-archive.ts'

testBucketArchive('an archive in a store, here a folder', {
  async open(name, root) {
    const path = join(root, name)
    await mkdir(path, { recursive: true })
    return new FileStore(path)
  },
})
