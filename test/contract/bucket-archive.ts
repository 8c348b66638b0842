import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { checkBucket } from '../../src/archive/bucket/check-bucket.ts'
import { fetchArchive } from '../../src/archive/bucket/fetch-archive.ts'
import { commitKey, FILES, fileKey } from '../../src/archive/bucket/keys.ts'
import { openBucketArchive } from '../../src/archive/bucket/open-bucket.ts'
import {
  lookAtBucketArchive,
  refreshBucketCopy,
  sendBucketLines,
} from '../../src/archive/bucket/refresh-copy.ts'
import type { BucketPlace } from '../../src/archive/bucket/standing.ts'
import { storeArchive } from '../../src/archive/bucket/store-archive.ts'
import { openDecisions } from '../../src/archive/decisions/decisions.ts'
import { takeGiven } from '../../src/archive/given/given-files.ts'
import { writeAtomic } from '../../src/base/file.ts'
import type { Store } from '../../src/storage/store.ts'
import { readTree } from '../archive/support/inspect.ts'
import {
  keep,
  options,
  playlistOf,
  recordingOf,
  sha256,
  trackOf,
} from '../archive/support/sample.ts'

export interface BucketUnderTest {
  /** An empty place, in or beside a folder of the test's; the same name is the same place, as for another host. */
  open(name: string, root: string): Promise<Store>
}

const { signal } = new AbortController()
const two = playlistOf('Mix', [trackOf('One'), trackOf('Two')])

let count = 0

/** What an archive that lies in a bucket has to do, whichever host opens it. */
export function testBucketArchive(name: string, { open }: BucketUnderTest) {
  describe(name, () => {
    let root: string
    let bucket: string

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

    test('what one host has put is whole for another, which makes none of it again', async () => {
      const kept = await write('first', (archive) => keep(archive, two, 1))
      await write('second', async (archive) => {
        expect(await archive.find(trackOf('One'), options)).toEqual(kept)
        expect(await archive.findRecording(recordingOf('1'), options)).toEqual(kept)
        expect(existsSync(join(archive.dir, kept.path))).toBe(false)
        expect(await archive.isWhole(kept)).toBe(true)
        const brought = await archive.bring(kept)
        expect(await readFile(brought ?? '', 'utf8')).toBe('content 1')
        await keep(archive, two, 2)
      })
      await write('first', async (archive) => {
        expect(archive.list().map(({ path }) => path)).toEqual([
          'Mix/01 Artist - One.mp3',
          'Mix/02 Artist - Two.mp3',
        ])
        expect(existsSync(join(archive.dir, 'Mix/02 Artist - Two.mp3'))).toBe(false)
      })
    })

    test('a file is kept when put returns, though the host is never heard of again', async () => {
      const bury = await die('first', (archive) => keep(archive, two, 1))
      const left = await at('second')
      await expect(openBucketArchive(left, { signal })).rejects.toMatchObject({
        reason: { code: 'storage.locked' },
      })
      expect(await refreshBucketCopy(left, signal)).toBe(join(root, 'second', 'archive'))
      const inventory = join(root, 'second', 'archive', 'inventory.jsonl')
      expect(await readFile(inventory, 'utf8')).toContain('01 Artist - One.mp3')
      await left[Symbol.asyncDispose]()
      await bury()
    })

    test('a host that lost its turn is told at once, and what it had put before counts', async () => {
      const place = await at('first')
      const opened = await openBucketArchive(place, { signal })
      await keep(opened.archive, two, 1)
      // Another takes over, as it does when nothing was heard for long.
      const other = Buffer.from(takeover(await lastNumber(place.store)))
      const number = await lastNumber(place.store)
      expect(await place.store.putIfAbsent(commitKey(number + 1), other, { signal })).toBe('stored')
      await expect(keep(opened.archive, two, 2)).rejects.toMatchObject({
        reason: { code: 'archive.turn-lost' },
      })
      expect(await opened.archive.find(trackOf('Two'), options)).toBeUndefined()
      await opened[Symbol.asyncDispose]()
      await using reading = await at('second')
      const dir = await refreshBucketCopy(reading, signal)
      const lines = (await readFile(join(dir, 'inventory.jsonl'), 'utf8')).trim().split('\n')
      expect(lines).toHaveLength(1)
      await place[Symbol.asyncDispose]()
    })

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

    test('a run that is broken off stores what it has made, and gives its turn back', async () => {
      await using place = await at('first')
      const breaking = new AbortController()
      const opened = await openBucketArchive(place, { signal: breaking.signal })
      breaking.abort()
      await keep(opened.archive, two, 1)
      await opened.archive.writeText('Mix', 'report.json', '{}')
      await opened.archive.checkpoint()
      await opened[Symbol.asyncDispose]()
      await write('second', async (archive) => expect(archive.list()).toHaveLength(1))
    })

    test('texts, pictures and lists go along, as they were written last', async () => {
      await write('first', async (archive) => {
        const { folder } = archive.noteList({ id: 'mix', name: 'Mix' })
        await archive.writeText(folder, 'report.json', '{"first":true}')
        await archive.appendText(folder, 'history.jsonl', '{"run":1}\n')
        await archive.addFile(folder, 'cover.jpg', Buffer.from('picture'))
        await archive.writeText(folder, 'report.json', '{"first":false}')
      })
      await using place = await at('second')
      const dir = await refreshBucketCopy(place, signal)
      const read = (path: string) => readFile(join(dir, path), 'utf8')
      expect(await read('Mix/report.json')).toBe('{"first":false}')
      expect(await read('Mix/history.jsonl')).toBe('{"run":1}\n')
      expect(await read('Mix/cover.jpg')).toBe('picture')
      expect(await read('lists.jsonl')).toContain('"id":"mix"')
    })

    test('new tags are another object, under the same path', async () => {
      const kept = await write('first', (archive) => keep(archive, two, 1))
      const renewed = await write('second', async (archive, { folder }) => {
        await archive.bring(kept)
        const temporary = join(archive.workDir, 'tagged.mp3')
        await writeAtomic(temporary, 'content 1, tagged', join(folder, 'x'))
        return await archive.retag(kept, temporary)
      })
      expect(renewed).toMatchObject({ path: kept.path, sha256: sha256('content 1, tagged') })
      await write('first', async (archive) => {
        expect(await archive.find(trackOf('One'), options)).toEqual(renewed)
        expect(await readFile((await archive.bring(renewed!)) ?? '', 'utf8')).toContain('tagged')
      })
    })

    test('what is gone from the bucket is made again; what is pruned counts for nobody', async () => {
      const [one, other] = await write('first', async (archive) => [
        await keep(archive, two, 1),
        await keep(archive, two, 2),
      ])
      await using place = await at('second')
      {
        await using looked = await lookAtBucketArchive(place, { signal })
        const would = { moved: [other!.path], missing: [], changed: [] }
        expect(await looked.archive.prune([other!])).toMatchObject(would)
      }
      await place.store.delete(fileKey(one!.sha256), signal)
      await write('second', async (archive) => {
        expect(await archive.find(trackOf('One'), options)).toBeUndefined()
        expect(await keep(archive, two, 1)).toMatchObject({ sha256: one!.sha256 })
        expect(await archive.prune([other!])).toMatchObject({ moved: [other!.path] })
      })
      await write('first', async (archive) => {
        expect(archive.list().map(({ path }) => path)).toEqual([one!.path])
        expect(await archive.isWhole(one!)).toBe(true)
      })
    })

    test('a decision made beside a run is kept, and takes a given file along', async () => {
      const bury = await die('first', (archive) => keep(archive, two, 1))
      await using place = await at('second')
      const dir = await refreshBucketCopy(place, signal)
      const source = join(root, 'mine.mp3')
      await writeAtomic(source, 'my own')
      const { id } = await takeGiven(dir, source, 'Mine.mp3', signal)
      const choice = { kind: 'recording', source: 'given', id, title: 'Two', artists: [] } as const
      await openDecisions(dir).decide(trackOf('Two'), choice)
      await sendBucketLines(place, signal)
      await sendBucketLines(place, signal)
      await bury()
      await write('third', async (archive) => {
        expect(archive.decisionFor(trackOf('Two'))).toMatchObject({ choice: { id } })
        const given = join(archive.dir, '.songkeep', 'given', id)
        expect(await readFile(given, 'utf8')).toBe('my own')
        expect(archive.list()).toHaveLength(1)
      })
    })

    test('a host that was killed goes on where it was, without waiting', async () => {
      const bury = await die('first', (archive) => keep(archive, two, 1))
      // Its locks went with its process.
      await cp(join(root, 'first'), join(root, 'again'), { recursive: true })
      await write('again', async (archive) => {
        expect(archive.list()).toHaveLength(1)
        await keep(archive, two, 2)
      })
      await bury()
      await using place = await at('second')
      const found = await Array.fromAsync(place.store.list(FILES, signal))
      expect(found).toHaveLength(2)
    })

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
          expect(
            await archive.find(trackOf(position === 1 ? 'One' : 'Two'), options),
          ).toBeUndefined()
          await keep(archive, two, position)
        }
      })
      expect(await check(place)).toMatchObject({ found: [], summary: { whole: 2 } })
    })

    test('a folder goes into a bucket, and out of it again, to the byte', async () => {
      const folder = join(root, 'folder')
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
      const fetched = join(root, 'fetched')
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

    test('nothing is written where something else lies, or to a working copy itself', async () => {
      await using place = await at('first')
      const theirs = Buffer.from('theirs')
      const sum = { bytes: theirs.length, sha256: sha256(theirs) }
      await place.store.put('holiday.jpg', { from: theirs, ...sum }, { signal })
      await expect(openBucketArchive(place, { signal })).rejects.toMatchObject({
        reason: { code: 'archive.bucket-foreign' },
      })
      await using other = await at('other')
      const mine = { ...other, store: await open(`${bucket}-mine`, root) }
      await using opened = await openBucketArchive(mine, { signal })
      await expect(openArchive(opened.archive.dir)).rejects.toMatchObject({
        reason: { code: 'archive.is-working-copy' },
      })
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

async function lastNumber(store: Store): Promise<number> {
  let number = 0
  while (await store.head(commitKey(number + 1), signal)) number++
  return number
}

const takeover = (after: number) =>
  [
    { songkeep: 1, kind: 'commit', number: after + 1, id: 'x', by: 'other', turn: 'taken' },
    { end: 0 },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
