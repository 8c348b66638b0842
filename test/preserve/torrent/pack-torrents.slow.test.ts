import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkFolder } from '../../../src/packages/torrent/check-folder.ts'
import { readTorrent } from '../../../src/packages/torrent/read-torrent.ts'
import { useTemporary } from '../../archive/support/temporary.ts'
import { keepAll, packAll } from './support/shareable.ts'

const place = useTemporary()
const out = () => join(place.root, 'out')
const listAll = async (folder: string) => (await readdir(folder, { recursive: true })).toSorted()
const torrentOf = async (name: string) => readTorrent(await readFile(join(out(), name)))
const text = (...path: string[]) => readFile(join(out(), ...path), 'utf8')

describe('torrents of an archive', () => {
  test('hold what may be given to others, with its licence, and nothing else', async () => {
    await keepAll(place.dir, [
      { title: 'Tide', content: 'sea' },
      { title: 'Mine', content: 'mine', recording: { source: 'library' } },
      { title: 'Unasked', content: 'x', checkedAt: '2020-01-01' },
      { title: 'Reserved', content: 'y', recording: { licence: 'All rights reserved' } },
    ])
    await writeFile(join(place.dir, 'My Secret Mix', 'diary.txt'), 'secret')
    const events = await packAll(place.dir, out())
    expect(events).toMatchObject([
      { kind: 'withheld', files: 1, reason: { code: 'rights.share-own' } },
      { kind: 'withheld', files: 1, reason: { code: 'rights.share-unchecked' } },
      { kind: 'withheld', files: 1, reason: { code: 'rights.share-not-copied' } },
      { kind: 'packed', path: join(out(), 'metadata-001.torrent'), files: 2 },
      { kind: 'packed', path: join(out(), 'tail-001.torrent'), files: 3 },
    ])
    const { files, name } = await torrentOf('tail-001.torrent')
    const [song, ...texts] = files.map(({ path }) => path).toReversed()
    expect([name, texts]).toEqual(['tail-001', ['LICENCES.txt', 'LICENCES.jsonl']])
    expect(song).toMatch(/^music\/Ana\/Tide \[[0-9a-f]{12}\]\.mp3$/)
    const all = await Promise.all((await listAll(out())).map((path) => text(path).catch(() => '')))
    expect(all.join('\n')).not.toMatch(/secret|Mine|Unasked|Reserved/i)
    expect(JSON.parse(await text('tail-001', 'LICENCES.jsonl'))).toMatchObject({
      path: song,
      licence: { id: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
      attribution: expect.stringContaining('“Tide” by Ana'),
      changes: 'encoded anew (mp3 V0), tags written',
      source: { page: 'https://archive.org/details/item-1' },
      evidence: { answer: { url: 'https://archive.org/metadata/item-1' }, checkedAt: '2026-11-29' },
      reasonsCodes: [{ code: 'rights.share-allowed' }],
    })
  })

  test('are the same on every run', async () => {
    await keepAll(place.dir, [
      { title: 'Tide', content: 'sea' },
      { title: 'Moon', content: 'night', verbatim: true },
    ])
    await packAll(place.dir, out())
    await packAll(place.dir, join(place.root, 'again'), { link: true })
    const names = await listAll(out())
    expect(await listAll(join(place.root, 'again'))).toEqual(names)
    for (const name of names.filter((each) => /\.\w+$/.test(each)))
      expect(await readFile(join(place.root, 'again', name))).toEqual(
        await readFile(join(out(), name)),
      )
  })

  test('leave out what has changed on the disk, and verify as they lie', async () => {
    await keepAll(place.dir, [
      { title: 'Tide', content: 'sea' },
      { title: 'Moon', content: 'night' },
    ])
    const changed = join(place.dir, 'My Secret Mix', '02 Artist - Moon.mp3')
    await writeFile(changed, 'NIGHT')
    expect(await packAll(place.dir, out())).toMatchObject([
      { kind: 'left-out', reason: { code: 'package.file-not-as-kept' } },
      { kind: 'packed' },
      { kind: 'packed', files: 3 },
    ])
    const torrent = await torrentOf('tail-001.torrent')
    expect(await Array.fromAsync(checkFolder(join(out(), 'tail-001'), torrent))).toEqual([])
    expect(await text('torrents.jsonl')).toContain(`urn:btmh:1220${torrent.infoHashV2}`)
  })

  test('an edited line opens nothing: the archive knows it is not as it was left', async () => {
    await keepAll(place.dir, [
      { title: 'Tide', content: 'sea' },
      { title: 'Mine', content: 'mine', recording: { source: 'library' } },
    ])
    const inventory = join(place.dir, 'inventory.jsonl')
    const lines = await readFile(inventory, 'utf8')
    await writeFile(
      inventory,
      lines.replaceAll('"source":"library"', '"source":"internet-archive"'),
    )
    await packAll(place.dir, out())
    const { files } = await torrentOf('tail-001.torrent')
    expect(files.filter(({ path }) => path.startsWith('music/'))).toHaveLength(1)
    expect(JSON.stringify(files)).not.toContain('Mine')
  })

  test('the most loved come first, within a size each', async () => {
    await keepAll(
      place.dir,
      ['A', 'B', 'C', 'D'].map((title) => ({ title, content: title.repeat(1000) })),
    )
    const plays = new Map(
      Object.entries({ C: 80, A: 15, B: 5 }).map(([title, count]) => [
        `My Secret Mix/0${'ABCD'.indexOf(title) + 1} Artist - ${title}.mp3`,
        count,
      ]),
    )
    await packAll(place.dir, out(), { maxSize: 1500 }, { countPlays: async () => plays })
    const songs = async (name: string) =>
      (await torrentOf(`${name}.torrent`)).files.flatMap(
        ({ path }) => /^music\/Ana\/(.) /.exec(path)?.slice(1) ?? [],
      )
    expect(await songs('audio-001')).toEqual(['C'])
    expect(await songs('audio-002')).toEqual(['A'])
    expect(await songs('tail-001')).toEqual(['B'])
    expect(await songs('tail-002')).toEqual(['D'])
  })

  test('what is as the Internet Archive has it has it as a web seed', async () => {
    await keepAll(place.dir, [
      { title: 'Tide ä', content: 'sea', verbatim: true },
      { title: 'Moon', content: 'night' },
    ])
    await packAll(place.dir, out(), { webSeed: ['https://me.example/keep'] })
    const { name, files, webSeeds } = await torrentOf('tail-archive.org-001.torrent')
    expect([name, webSeeds]).toEqual([
      'download',
      ['https://archive.org/', 'https://me.example/keep/tail-archive.org-001/'],
    ])
    expect(files.map(({ path }) => path)).toContain('item-1/Tide ä.mp3')
    const own = await torrentOf('tail-001.torrent')
    expect(own.webSeeds).toEqual(['https://me.example/keep/'])
  })

  test.each([
    [{ webSeed: ['ftp://x/'] }, 'package.no-web-seed'],
    [{}, 'package.nothing-to-share'],
  ])('%j: nothing is made', async (options, code) => {
    await keepAll(place.dir, [{ title: 'Mine', content: 'm', recording: { source: 'library' } }])
    await expect(packAll(place.dir, out(), options)).rejects.toMatchObject({ reason: { code } })
    expect(await readdir(place.root)).toEqual(['Keep'])
  })
})
