import { S3Store } from '../../src/storage/s3/s3-store.ts'
import { testStore } from '../contract/store.ts'
import { ceph, describeS3, newBucket, swift } from '../support/s3-server.ts'

const largeBytes = 20 * 2 ** 20

describeS3('S3 by Ceph', ceph, (running) => {
  testStore('a bucket', { open: async () => new S3Store(await newBucket(running())), largeBytes })
  testStore('a prefix', {
    open: async () => new S3Store(await newBucket(running()), 'my/prefix it’s'),
    // No `largeBytes`: parts go by the same keys as all else, and that of a bucket takes them long enough.
  })
})

describeS3('S3 by Swift, which has no conditional writes', swift, (running) => {
  testStore('a bucket', {
    open: async () => new S3Store(await newBucket(running())),
    hasNoConditions: true,
    largeBytes,
  })
})
