import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { readPlaylistFolders } from '../../src/archive/files/reports.ts'
import { lookAtLists } from '../../src/archive/look-at-lists.ts'
import { keep, playlistOf, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const inKeep = (...names: readonly string[]) => join(place.dir, ...names)

async function inArchive<Result>(work: (archive: Archive) => Result | Promise<Result>) {
  await using archive = await openArchive(place.dir)
  return await work(archive)
}

/** A list with one file and a report, as an older Songkeep has left them: no line names it. */
async function leaveOldList(folder: string, playlist: object, finishedAt = '2026-03-01T00:00:00Z') {
  await mkdir(inKeep(folder), { recursive: true })
  const report = { schema: 'songkeep-report/1', playlist, outcomes: [], finishedAt }
  await writeFile(inKeep(folder, 'report.json'), JSON.stringify(report))
}

describe('a list keeps its id and its folder', () => {
  test('whatever it is called, and in every later run', async () => {
    const first = await inArchive(async (archive) => {
      const list = archive.noteList({ name: 'Mix', uri: 'https://lists.example/1' })
      await archive.writeText(list.folder, 'report.html', 'x')
      return list
    })
    expect(first).toMatchObject({ name: 'Mix', folder: 'Mix', formerNames: [] })
    const renamed = await inArchive(async (archive) => {
      const list = archive.noteList({ id: first.id, name: 'Best Mix' })
      expect(
        (await keep(archive, { ...playlistOf('', [trackOf('One')]), id: first.id }, 1)).path,
      ).toBe('Mix/01 Artist - One.mp3')
      return list
    })
    expect(renamed).toEqual({ ...first, name: 'Best Mix', formerNames: ['Mix'] })
    expect((await lookAtLists(place.dir)).lists()).toEqual([renamed])
  })

  test('a name of the user’s is not changed by an input', async () => {
    await inArchive(async (archive) => {
      const { id } = archive.noteList({ name: 'Mix' })
      archive.noteList({ id, name: 'Mine', named: true })
      expect(archive.noteList({ id, name: 'Theirs' })).toMatchObject({ name: 'Mine', named: true })
    })
  })

  test('lists of one name have a folder each', async () => {
    const folders = await inArchive((archive) =>
      ['a', 'b', 'c'].map((id) => archive.noteList({ id, name: 'Mix' }).folder),
    )
    expect(folders).toEqual(['Mix', 'Mix (2)', 'Mix (3)'])
  })

  test('nothing is written before there is something to keep, nor in a run that only looks', async () => {
    await inArchive((archive) => archive.noteList({ name: 'Mix' }))
    expect((await lookAtLists(place.dir)).lists()).toEqual([])
    await using looking = await openArchive(place.dir, { readOnly: true })
    expect(looking.noteList({ name: 'Mix' }).folder).toBe('Mix')
  })
})

describe('lists from before they had ids', () => {
  test('are taken over by their reports, and by what was noted of their folders', async () => {
    await inArchive((archive) => archive.checkpoint())
    await leaveOldList('Mix', { name: 'Mix' })
    await leaveOldList('Best', { name: 'Best: of', uri: 'https://lists.example/2' })
    await mkdir(inKeep('Begun'))
    await writeFile(inKeep('.songkeep/folders.json'), '{"Begun":"Begun","Gone":"Gone"}')
    const lists = (await lookAtLists(place.dir)).lists()
    expect(lists).toMatchObject([
      { name: 'Begun', folder: 'Begun' },
      { id: 'https://lists.example/2', name: 'Best: of', uris: ['https://lists.example/2'] },
      { name: 'Mix', folder: 'Mix', uris: [] },
    ])
    await inArchive(async (archive) => {
      expect(archive.lists()).toEqual(lists)
      expect(archive.folderOf({ name: 'Mix' })).toBe('Mix')
      expect(archive.folderOf({ name: 'Best' })).toBe('Best (2)')
      await archive.writeText('Mix', 'playlist.m3u8', '')
    })
    await rm(inKeep('Best/report.json'))
    expect((await lookAtLists(place.dir)).lists()).toMatchObject([...lists, { name: 'Best' }])
  })

  test('a text that an older Songkeep wrote is replaced; one that only looks so is set aside', async () => {
    await inArchive((archive) => archive.checkpoint())
    for (const name of ['Noted', 'Found']) await leaveOldList(name, { name })
    await writeFile(inKeep('.songkeep/folders.json'), '{"Noted":"Noted"}')
    await inArchive(async (archive) => {
      for (const name of ['Noted', 'Found']) await archive.writeText(name, 'report.json', 'new')
    })
    const replaced = await readdir(inKeep('.songkeep/replaced'))
    expect(replaced).toHaveLength(1)
    const old = await readFile(inKeep('.songkeep/replaced', replaced[0]!, 'report.json'), 'utf8')
    expect(JSON.parse(old)).toMatchObject({ playlist: { name: 'Found' } })
  })

  test('of two that came from one address the later one is the list; the other keeps its folder', async () => {
    const uri = 'https://lists.example/1'
    await leaveOldList('Old', { name: 'Old', uri }, '2026-01-01T00:00:00.000Z')
    await leaveOldList('New', { name: 'New', uri }, '2026-02-01T00:00:00.000Z')
    expect((await lookAtLists(place.dir)).lists()).toMatchObject([
      { id: uri, folder: 'New', uris: [uri] },
      { folder: 'Old', uris: [] },
    ])
  })

  test('with its lines lost, a list is known by the id that its report names', async () => {
    await leaveOldList('Mix', { id: 'mine', name: 'Mix' })
    for await (const { folder, list } of readPlaylistFolders(place.dir))
      expect({ folder, id: list?.id }).toEqual({ folder: 'Mix', id: 'mine' })
  })

  test.each(['{', '[]', '{"playlist":{"name":"Mix"},"outcomes":[]}'])(
    'a folder with a report of somebody else’s is no list: %s',
    async (report) => {
      await mkdir(inKeep('Mix'), { recursive: true })
      await writeFile(inKeep('Mix/report.json'), report)
      expect((await lookAtLists(place.dir)).lists()).toEqual([])
    },
  )
})

describe('lines that say nonsense', () => {
  const at = '2026-03-01T00:00:00.000Z'
  test.each([
    'not JSON',
    '{"id":"","at":"2026-03-01T00:00:00.000Z","folder":"Mix"}',
    JSON.stringify({ id: 'x', at, folder: '../outside' }),
    JSON.stringify({ id: 'x', at, folder: 'a/b' }),
    JSON.stringify({ id: 'x', at, folder: '.songkeep' }),
    JSON.stringify({ id: 'x', at: 'never', folder: 'Other' }),
    JSON.stringify({ id: 'x'.repeat(3000), at, folder: 'Other' }),
    JSON.stringify({ id: 'x', at, folder: 'MIX' }),
  ])('count for nothing: %s', async (line) => {
    await inArchive((archive) => keep(archive, playlistOf('Mix', [trackOf('One')]), 1))
    await appendFile(inKeep('lists.jsonl'), `${line}\n`)
    const lists = (await lookAtLists(place.dir)).lists()
    expect(lists.map(({ folder }) => folder)).toEqual(['Mix'])
    expect(await readFile(inKeep('lists.jsonl'), 'utf8')).toContain(line)
  })

  test('a last line that was cut off swallows nothing', async () => {
    await inArchive((archive) => keep(archive, playlistOf('Mix', [trackOf('One')]), 1))
    await appendFile(inKeep('lists.jsonl'), '{"id":"half')
    await inArchive((archive) => keep(archive, playlistOf('Other', [trackOf('Two')]), 1))
    const lists = (await lookAtLists(place.dir)).lists()
    expect(lists.map(({ name }) => name)).toEqual(['Mix', 'Other'])
  })
})
