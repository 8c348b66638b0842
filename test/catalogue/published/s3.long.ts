import { S3Store } from '../../../src/storage/s3/s3-store.ts'
import { testPublishing } from '../../contract/published-catalogue.ts'
import { ceph, describeS3, newBucket } from '../../support/servers/s3-server.ts'

describeS3('catalogues at Ceph', ceph, (running) => {
  testPublishing('in a bucket', async () => new S3Store(await newBucket(running()), 'catalogue'))
})
