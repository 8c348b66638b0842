import { describe } from 'vitest'
import { type BucketUnderTest, useHosts } from './bucket/hosts.ts'
import { testRefusals } from './bucket/refusals.ts'
import { testTransfers } from './bucket/transfers.ts'
import { testWriting } from './bucket/writing.ts'

/** What an archive that lies in a bucket has to do, whichever host opens it. */
export function testBucketArchive(name: string, bucket: BucketUnderTest) {
  describe(name, () => {
    const hosts = useHosts(bucket)
    testWriting(hosts)
    testRefusals(hosts)
    testTransfers(hosts)
  })
}
