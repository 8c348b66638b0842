import { S3Store } from '../../../src/storage/s3/s3-store.ts'
import { testBucketArchive } from '../../contract/bucket-archive.ts'
import { ceph, describeS3, newBucket } from '../../support/servers/s3-server.ts'

describeS3('an archive in a bucket by Ceph', ceph, (running) => {
  const buckets = new Map<string, ReturnType<typeof newBucket>>()
  testBucketArchive('an archive under a prefix', {
    async open(name) {
      const made = buckets.get(name) ?? newBucket(running())
      buckets.set(name, made)
      const access = await made
      // Hosts of one process share its connections.
      return Object.assign(new S3Store(access, 'my/archive'), {
        [Symbol.asyncDispose]: async () => {},
      })
    },
  })
})
