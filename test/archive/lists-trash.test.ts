import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mergeLists } from '../../src/app/archives/lists/merge-lists.ts'
import { planRemoval, removeLists } from '../../src/app/archives/lists/remove-lists.ts'
import { listTrashed, restoreLists } from '../../src/app/archives/lists/restore-lists.ts'
import { readHistory } from '../../src/app/archives/read-history.ts'
import { openArchive } from '../../src/archive/archive.ts'
import { readPlaylistFolders } from '../../src/archive/files/reports.ts'
import { findUnneeded } from '../../src/backup/lists/find-unneeded.ts'
import { readRecorded } from '../../src/report/changes/recorded.ts'
import { readTree } from './support/inspect.ts'
import { useTemporary } from './support/temporary.ts'
import { amber, cedar, keepList, makeTwoLists } from './support/two-lists.ts'

const place = useTemporary()

/** Files and texts by content, without what grows or is thrown away. */
async function readKept(): Promise<ReadonlyMap<string, string>> {
  const all = [...(await readTree(place.dir))]
  return new Map(all.filter(([path]) => !path.startsWith('.songkeep/') && path !== 'lists.jsonl'))
}

async function listNames(): Promise<readonly string[]> {
  await using archive = await openArchive(place.dir, { readOnly: true })
  return archive.lists().map(({ name }) => name)
}

test('a list goes to the trash with the files that no other list needs, and comes back to the byte', async () => {
  await makeTwoLists(place.dir)
  const before = await readKept()
  expect(await planRemoval(place.dir, ['Gone'])).toMatchObject({
    names: ['Gone'],
    files: 1,
    shared: 1,
  })
  expect(await readKept()).toEqual(before)
  const gone = await removeLists(place.dir, ['spotify:playlist:gone'])
  expect(gone).toMatchObject({ kind: 'removed', names: ['Gone'], files: 1, bytes: 15_000 })
  expect(await listNames()).toEqual(['Stays'])
  const paths = [...(await readKept()).keys()]
  expect(paths.filter((path) => path.startsWith('Gone/'))).toEqual([])
  expect(paths.filter((path) => path.endsWith('.mp3'))).toHaveLength(2)
  expect(
    (await Array.fromAsync(readPlaylistFolders(place.dir))).map(({ folder }) => folder),
  ).toEqual(['Stays'])
  expect(await listTrashed(place.dir)).toMatchObject([{ id: gone.id, names: ['Gone'] }])
  expect(await restoreLists(place.dir)).toEqual({
    names: ['Gone'],
    files: 1,
    bytes: 15_000,
    left: [],
  })
  expect(await readKept()).toEqual(before)
  expect(await listNames()).toEqual(['Stays', 'Gone'])
  expect(await listTrashed(place.dir)).toEqual([])
  await expect(restoreLists(place.dir)).rejects.toMatchObject({
    reason: { code: 'archive.not-in-trash' },
  })
  await expect(restoreLists(place.dir, '../../../etc')).rejects.toMatchObject({
    reason: { code: 'archive.not-in-trash' },
  })
})

test('both lists together leave nothing behind but records, and both come back', async () => {
  await makeTwoLists(place.dir)
  const before = await readKept()
  expect(await removeLists(place.dir, ['Gone', 'Stays', 'Gone'])).toMatchObject({ files: 3 })
  expect([...(await readKept()).keys()].filter((path) => path.includes('/'))).toEqual([])
  await restoreLists(place.dir)
  expect(await readKept()).toEqual(before)
})

test('where another list cannot be read, no file goes', async () => {
  await makeTwoLists(place.dir)
  await writeFile(join(place.dir, 'Stays/report.json'), 'no report')
  await using archive = await openArchive(place.dir, { readOnly: true })
  const found = await findUnneeded(new Set(['spotify:playlist:gone']), archive)
  expect(found).toEqual({ files: [], shared: 2, unread: ['Stays'] })
})

test('a list that is kept anew in the meantime stays as it is; what has no room stays in the trash', async () => {
  await makeTwoLists(place.dir)
  await removeLists(place.dir, ['Gone'])
  {
    await using archive = await openArchive(place.dir)
    const gone = { id: 'spotify:playlist:gone', name: 'Gone', uri: 'spotify:playlist:gone' }
    await keepList(archive, gone, [cedar])
  }
  const newer = await readKept()
  const { left } = await restoreLists(place.dir)
  expect(left).toContain('Gone/report.json')
  const now = await readKept()
  for (const [path, sum] of newer)
    if (path.includes('/')) expect([path, now.get(path)]).toEqual([path, sum])
  expect(await listNames()).toEqual(['Stays', 'Gone'])
})

test('a file that was missing already is missing again afterwards', async () => {
  await makeTwoLists(place.dir)
  await rm(join(place.dir, 'Gone/02 Artist - Cedar.mp3'))
  const before = await readKept()
  await removeLists(place.dir, ['Gone'])
  await restoreLists(place.dir)
  expect(await readKept()).toEqual(before)
})

test('lists are joined without doubles, the kept of a pair counts, and the histories are one', async () => {
  await makeTwoLists(place.dir)
  {
    await using archive = await openArchive(place.dir)
    await keepList(archive, { id: 'third', name: 'Third' }, [amber, cedar], [cedar])
  }
  const before = await readKept()
  const merged = await mergeLists(place.dir, 'Gone', 'Third')
  expect(merged).toMatchObject({
    kind: 'merged',
    names: ['Gone'],
    into: 'Third',
    added: 2,
    entries: 4,
    files: 0,
  })
  {
    await using archive = await openArchive(place.dir, { readOnly: true })
    expect(archive.lists()).toMatchObject([
      { id: 'stays' },
      { id: 'third', uris: ['spotify:playlist:gone'] },
    ])
    const recorded = readRecorded((await archive.readText('Third', 'report.json')) ?? '')
    expect(recorded?.entries.map((entry) => entry.kind === 'track' && entry.track.title)).toEqual([
      ...['Amber', 'Cedar', 'Basalt', 'Dune'],
    ])
    expect([...(recorded?.kinds ?? [])]).toEqual([
      [1, 'already-kept'],
      [2, 'kept'],
      [3, 'already-kept'],
      [4, 'not-found'],
    ])
    expect(recorded?.paths.get(2)).toBe('Gone/02 Artist - Cedar.mp3')
    expect(await archive.readText('Third', 'playlist.m3u8')).toContain(
      '../Gone/02 Artist - Cedar.mp3',
    )
  }
  const [history] = await readHistory(place.dir, 'third')
  expect(history?.changes.map(({ added, removed }) => [added.length, removed.length])).toEqual([
    // Basalt has left Gone, and is here.
    [0, 0],
    [0, 1],
    [2, 0],
  ])
  await restoreLists(place.dir, merged.id)
  expect(await readKept()).toEqual(before)
  await using archive = await openArchive(place.dir, { readOnly: true })
  expect(archive.lists()).toMatchObject([
    { id: 'stays' },
    { id: 'spotify:playlist:gone' },
    { id: 'third', uris: [] },
  ])
  await expect(mergeLists(place.dir, 'Gone', 'Gone')).rejects.toMatchObject({
    reason: { code: 'archive.merge-with-itself' },
  })
})

test('a record in the trash that leads out is none', async () => {
  await makeTwoLists(place.dir)
  const gone = await removeLists(place.dir, ['Gone'])
  const record = join(place.dir, '.songkeep/trash', gone.id, 'lists.json')
  const lists = [{ id: 'x', name: 'x', folder: '../x', uris: [], formerNames: [] }]
  const text = JSON.stringify({
    kind: 'removed',
    at: gone.at,
    lists,
    files: [],
    texts: ['../x/report.json'],
    written: [],
  })
  await writeFile(record, text)
  expect(await listTrashed(place.dir)).toEqual([])
})
