import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../../src/archive/archive.ts'
import { checkBucket } from '../../../src/archive/bucket/check-bucket.ts'
import { fetchArchive } from '../../../src/archive/bucket/fetch-archive.ts'
import { fileKey } from '../../../src/archive/bucket/keys.ts'
import type { BucketPlace } from '../../../src/archive/bucket/standing.ts'
import { storeArchive } from '../../../src/archive/bucket/store-archive.ts'
import { openDecisions } from '../../../src/archive/decisions/decisions.ts'
import { writeAtomic } from '../../../src/base/file.ts'
import { readTree } from '../../archive/support/inspect.ts'
import { keep, options, sha256, trackOf } from '../../archive/support/sample.ts'
import { type Hosts, signal, two } from './hosts.ts'

/** What is asked of an archive as a whole. */
export function testTransfers(hosts: Hosts) {
  const { at, write } = hosts

  test('a check finds what is damaged or gone, and the next run makes it anew', async () => {
    const [one, other] = await write('first', async (archive) => [
      await keep(archive, two, 1),
      await keep(archive, two, 2),
    ])
    await using place = await at('second')
    const wrong = Buffer.from('x'.repeat(one!.bytes))
    const sum = { bytes: wrong.length, sha256: sha256(wrong) }
    await place.store.put(fileKey(one!.sha256), { from: wrong, ...sum }, { signal })
    await place.store.delete(fileKey(other!.sha256), signal)
    expect(await check(place)).toEqual({
      found: [`damaged ${one!.path}`, `missing ${other!.path}`],
      summary: expect.objectContaining({ whole: 0, faults: 2, stopped: false }),
    })
    await write('second', async (archive) => {
      for (const position of [1, 2]) {
        expect(await archive.find(trackOf(position === 1 ? 'One' : 'Two'), options)).toBeUndefined()
        await keep(archive, two, position)
      }
    })
    expect(await check(place)).toMatchObject({ found: [], summary: { whole: 2 } })
  })

  test('a folder goes into a bucket, and out of it again, to the byte', async () => {
    const folder = join(hosts.root, 'folder')
    {
      await using archive = await openArchive(folder)
      archive.noteList({ id: 'mix', name: 'Mix' })
      await keep(archive, two, 1)
      await keep(archive, two, 2)
      await archive.writeText('Mix', 'report.json', '{}')
      await openDecisions(folder).decide(trackOf('Two'), { kind: 'none' })
    }
    await using place = await at('first')
    expect(await storeArchive(folder, place, { signal })).toMatchObject({ files: 2, missing: [] })
    await expect(storeArchive(folder, place, { signal })).rejects.toMatchObject({
      reason: { code: 'archive.bucket-taken' },
    })
    // As after a kill: nothing is there twice.
    await writeAtomic(join(folder, '.songkeep', 'storing'), place.store.name)
    expect(await storeArchive(folder, place, { signal })).toMatchObject({ files: 2, missing: [] })
    await write('second', async (archive) => {
      expect(archive.list()).toHaveLength(2)
      expect(archive.decisionFor(trackOf('Two'))).toMatchObject({ choice: { kind: 'none' } })
      expect(archive.lists()).toMatchObject([{ id: 'mix', folder: 'Mix' }])
    })
    const fetched = join(hosts.root, 'fetched')
    expect(await fetchArchive(place, fetched, { signal })).toMatchObject({
      files: 2,
      missing: [],
    })
    expect(await readTree(fetched)).toEqual(await readTree(folder))
    await using archive = await openArchive(fetched)
    expect(await archive.find(trackOf('One'), options)).toMatchObject({ bytes: 9 })
    await expect(fetchArchive(place, folder, { signal })).rejects.toMatchObject({
      reason: { code: 'archive.folder-not-empty' },
    })
  })
}

async function check(place: BucketPlace) {
  const found: string[] = []
  for await (const event of checkBucket(place, signal)) {
    if (event.kind === 'finding') found.push(`${event.finding.kind} ${event.finding.path}`)
    if (event.kind === 'ended') return { found: found.toSorted(), summary: event.summary }
  }
  throw new Error('The check did not end.')
}
