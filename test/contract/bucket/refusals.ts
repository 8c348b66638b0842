import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openArchive } from '../../../src/archive/archive.ts'
import { openBucketArchive } from '../../../src/archive/bucket/open-bucket.ts'
import { lookAtBucketArchive, refreshBucketCopy } from '../../../src/archive/bucket/refresh-copy.ts'
import { keep, sha256 } from '../../archive/support/sample.ts'
import { type Hosts, signal, two } from './hosts.ts'

/** Where nothing may be written. */
export function testRefusals(hosts: Hosts) {
  const { at, write } = hosts

  test('of hosts that begin at once one writes, and the others are told that it does', async () => {
    const hosts = await Promise.all(['a', 'b', 'c'].map(at))
    const opened = await Promise.allSettled(
      hosts.map((place) => openBucketArchive(place, { signal })),
    )
    const [first, ...more] = opened.flatMap((each) =>
      each.status === 'fulfilled' ? [each.value] : [],
    )
    expect(more).toEqual([])
    for (const each of opened)
      if (each.status === 'rejected')
        expect(each.reason).toMatchObject({ reason: { code: 'storage.locked' } })
    await keep(first!.archive, two, 1)
    await first![Symbol.asyncDispose]()
    for (const place of hosts) await place[Symbol.asyncDispose]()
  })

  test('nothing is written where something else lies, or to a working copy itself', async () => {
    await using place = await at('first')
    const theirs = Buffer.from('theirs')
    const sum = { bytes: theirs.length, sha256: sha256(theirs) }
    await place.store.put('holiday.jpg', { from: theirs, ...sum }, { signal })
    await expect(openBucketArchive(place, { signal })).rejects.toMatchObject({
      reason: { code: 'archive.bucket-foreign' },
    })
    await using other = await at('other')
    const mine = { ...other, store: await hosts.open('mine') }
    await using opened = await openBucketArchive(mine, { signal })
    await expect(openArchive(opened.archive.dir)).rejects.toMatchObject({
      reason: { code: 'archive.is-working-copy' },
    })
  })

  test('looking where nothing lies makes nothing, neither here nor there', async () => {
    await using place = await at('first')
    const mustBeThere = refreshBucketCopy(place, signal, { mustBeThere: true })
    await expect(mustBeThere).rejects.toMatchObject({ reason: { code: 'archive.is-none' } })
    {
      await using looked = await lookAtBucketArchive(place, { signal })
      expect(looked.archive.list()).toEqual([])
    }
    expect(existsSync(place.folder)).toBe(false)
    expect(await Array.fromAsync(place.store.list('', signal))).toEqual([])
  })

  test('no archive is begun within another; one that is there goes on', async () => {
    const above = await hosts.open('above')
    const openAbove = () => [above]
    await write('first', (archive) => keep(archive, two, 1))
    await using first = await at('first')
    await using mine = { ...first, folder: `${first.folder}-2`, store: await hosts.open('mine') }
    const begun = await openBucketArchive({ ...mine, store: above }, { signal })
    await begun[Symbol.asyncDispose]()
    await expect(openBucketArchive({ ...mine, openAbove }, { signal })).rejects.toMatchObject({
      reason: { code: 'archive.bucket-within', params: { other: above.name } },
    })
    await using opened = await openBucketArchive({ ...first, openAbove }, { signal })
    expect(opened.archive.list()).toHaveLength(1)
  })
}
