import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commitKey, FILES, fileKey } from '../../../src/archive/bucket/keys.ts'
import { openBucketArchive } from '../../../src/archive/bucket/open-bucket.ts'
import {
  lookAtBucketArchive,
  refreshBucketCopy,
  sendBucketLines,
} from '../../../src/archive/bucket/refresh-copy.ts'
import { openDecisions } from '../../../src/archive/decisions/decisions.ts'
import { takeGiven } from '../../../src/archive/given/given-files.ts'
import { writeAtomic } from '../../../src/base/file.ts'
import type { Store } from '../../../src/storage/store.ts'
import { keep, options, recordingOf, sha256, trackOf } from '../../archive/support/sample.ts'
import { type Hosts, signal, two } from './hosts.ts'

/** Hosts that write to one archive, one after the other or at once. */
export function testWriting(hosts: Hosts) {
  const { at, write, die } = hosts

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

  test('the same host opens again what it has left, whatever its last run had come to', async () => {
    const kept = await write('first', (archive) => keep(archive, two, 1))
    await write('first', async (archive) => {
      expect(archive.list()).toEqual([kept])
      expect(await archive.find(trackOf('One'), options)).toEqual(kept)
      expect(existsSync(join(archive.dir, kept.path))).toBe(false)
    })
  })

  test('a file is kept when put returns, though the host is never heard of again', async () => {
    const bury = await die('first', (archive) => keep(archive, two, 1))
    const left = await at('second')
    await expect(openBucketArchive(left, { signal })).rejects.toMatchObject({
      reason: { code: 'storage.locked' },
      advice: { code: 'archive.wait-for-host' },
    })
    expect(await refreshBucketCopy(left, signal)).toBe(join(hosts.root, 'second', 'archive'))
    const inventory = join(hosts.root, 'second', 'archive', 'inventory.jsonl')
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
      const would = { inBucket: true, moved: [other!.path], missing: [], changed: [] }
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
    const source = join(hosts.root, 'mine.mp3')
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
    await cp(join(hosts.root, 'first'), join(hosts.root, 'again'), { recursive: true })
    await write('again', async (archive) => {
      expect(archive.list()).toHaveLength(1)
      await keep(archive, two, 2)
    })
    await bury()
    await using place = await at('second')
    const found = await Array.fromAsync(place.store.list(FILES, signal))
    expect(found).toHaveLength(2)
  })
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
