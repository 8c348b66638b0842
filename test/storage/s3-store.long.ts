import { expect, test } from 'vitest'
import { askS3 } from '../../src/storage/s3/client.ts'
import { S3Store } from '../../src/storage/s3/s3-store.ts'
import { testSignedAddresses } from '../contract/signed-addresses.ts'
import { testStore } from '../contract/store.ts'
import { ceph, describeS3, newBucket, swift } from '../support/servers/s3-server.ts'

const largeBytes = 20 * 2 ** 20

describeS3('S3 by Ceph', ceph, (running) => {
  testSignedAddresses(
    'an address that is signed',
    async () => new S3Store(await newBucket(running()), 'it’s'),
  )
  testStore('a bucket', {
    open: async () => new S3Store(await newBucket(running())),
    largeBytes,
    canSign: true,
  })
  testStore('a prefix', {
    open: async () => new S3Store(await newBucket(running()), 'my/prefix it’s'),
    canSign: true,
    // No `largeBytes`: parts go by the same keys as all else, and that of a bucket takes them long enough.
  })

  test('what a killed probe has left is told to nobody, and swept', async () => {
    const access = await newBucket(running())
    await using store = new S3Store(access, 'mine')
    const signal = AbortSignal.timeout(60_000)
    const key = 'mine/.songkeep/probe/left'
    const body = Buffer.from('first')
    expect(await askS3({ method: 'PUT', key, body }, access, signal)).toMatchObject({ status: 200 })
    expect(await Array.fromAsync(store.list('', signal))).toEqual([])
    await store.sweep(() => true, signal)
    expect(await askS3({ method: 'HEAD', key }, access, signal)).toMatchObject({ status: 404 })
  })
})

describeS3('S3 by Swift, which has no conditional writes', swift, (running) => {
  testSignedAddresses(
    'an address that is signed',
    async () => new S3Store(await newBucket(running()), 'it’s'),
  )
  testStore('a bucket', {
    open: async () => new S3Store(await newBucket(running())),
    hasNoConditions: true,
    canSign: true,
    largeBytes,
  })
})
