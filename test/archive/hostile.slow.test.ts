import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { readInventoryLine } from '../../src/archive/inventory/inventory-line.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { spellOut } from '../../src/words/spell-out.ts'
import { anyJson } from '../support/any-json.ts'
import { readInventory, readTree } from './support/inspect.ts'
import { keep, options, playlistOf, recordingOf, sha256, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const list = playlistOf('Mix', [trackOf('One'), trackOf('Two')])
const inKeep = (...parts: string[]) => join(place.dir, ...parts)
const outside = (...parts: string[]) => join(place.root, 'outside', ...parts)

async function begin(): Promise<ArchivedFile> {
  await using archive = await openArchive(place.dir)
  const kept = await keep(archive, list, 1)
  await archive.checkpoint()
  return kept
}

const openAndClose = async () => (await openArchive(place.dir))[Symbol.asyncDispose]()

describe('lines of an inventory', () => {
  const bad: readonly [string, (kept: ArchivedFile) => unknown][] = [
    ['up and out', (kept) => ({ ...kept, path: '../outside/secret.mp3' })],
    ['up and out, further in', (kept) => ({ ...kept, path: 'Mix/../../outside/secret.mp3' })],
    ['absolute', (kept) => ({ ...kept, path: outside('secret.mp3') })],
    ['a drive', (kept) => ({ ...kept, path: 'C:/secret.mp3' })],
    ['backslashes', (kept) => ({ ...kept, path: '..\\outside\\secret.mp3' })],
    ['our own state', (kept) => ({ ...kept, path: '.songkeep/lock' })],
    ['the inventory itself', (kept) => ({ ...kept, path: 'inventory.jsonl' })],
    ['a report', (kept) => ({ ...kept, path: 'Mix/report.html' })],
    ['an empty path', (kept) => ({ ...kept, path: '' })],
    ['an empty folder', (kept) => ({ ...kept, path: 'Mix//x.mp3' })],
    ['a NUL', (kept) => ({ ...kept, path: 'Mix/x\0.mp3' })],
    ['a device', (kept) => ({ ...kept, path: 'CON.mp3' })],
    ['a path that is no text', (kept) => ({ ...kept, path: ['Mix'] })],
    ['no checksum', (kept) => ({ ...kept, sha256: 'x' })],
    ['a track without a title', (kept) => ({ ...kept, track: { artists: [] } })],
    ['artists that are no list', (kept) => ({ ...kept, track: { title: 'x', artists: 'x' } })],
    ['no verdict', ({ verdict, ...kept }) => kept],
    ['half a verdict', (kept) => ({ ...kept, verdict: { action: 'copy', reasons: [] } })],
    ['negative bytes', (kept) => ({ ...kept, bytes: -1 })],
    ['a list', () => []],
    ['null', () => null],
    ['a number', () => 7],
  ]
  test.each(bad)('%s', async (_, spoil) => {
    const kept = await begin()
    await mkdir(outside())
    await writeFile(outside('secret.mp3'), 'content 1')
    const before = await readTree(place.root)
    const line = JSON.stringify(spellOut(spoil({ ...kept, track: trackOf('Two') })))
    await appendFile(inKeep('inventory.jsonl'), `${line}\n`)
    {
      await using archive = await openArchive(place.dir)
      expect(await archive.find(trackOf('Two'), options)).toBeUndefined()
      expect(await archive.find(trackOf('One'), options)).toEqual(kept)
      await archive.checkpoint()
    }
    expect(await readInventory(place.dir)).toEqual([kept])
    expect(await readDamaged()).toBe(`${line}\n`)
    const after = await readTree(place.root)
    for (const path of ['outside/secret.mp3', `Keep/${kept.path}`])
      expect(after.get(path)).toBe(before.get(path))
  })

  const raw: readonly [string, Buffer][] = [
    ['half a line', Buffer.from('{"path":"Mix/02 Art')],
    ['words', Buffer.from('hello\n')],
    ['an empty line', Buffer.from('\n')],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x0a])],
    ['a long line', Buffer.from(`{"path":"${'x'.repeat(3_000_000)}"}\n`)],
    ['deep JSON', Buffer.from(`${'['.repeat(200_000)}\n`)],
  ]
  test.each(raw)('%s is set aside byte for byte, with a note', async (_, bytes) => {
    const kept = await begin()
    const path = inKeep('inventory.jsonl')
    await writeFile(
      path,
      Buffer.concat([
        bytes,
        bytes.at(-1) === 10 ? Buffer.of() : Buffer.of(10),
        await readFile(path),
        bytes,
      ]),
    )
    await openAndClose()
    expect(await readInventory(place.dir)).toEqual([kept])
    const ended = bytes.at(-1) === 10 ? bytes : Buffer.concat([bytes, Buffer.of(10)])
    expect(await readDamaged()).toBe(Buffer.concat([ended, bytes]).toString())
    const notes = (await readdir(inKeep('.songkeep/damaged'))).find((name) =>
      name.endsWith('why.txt'),
    )
    expect(await readFile(inKeep('.songkeep/damaged', notes ?? ''), 'utf8')).toMatch(
      /^line 1 of inventory\.jsonl: .+\nline 3 of inventory\.jsonl: .+\n$/,
    )
  })

  test('a line changed in place is mended too', async () => {
    const kept = await begin()
    const path = inKeep('inventory.jsonl')
    const text = await readFile(path, 'utf8')
    await writeFile(path, `{"${'x'.repeat(text.length - 3)}\n`)
    await openAndClose()
    expect(await readFile(path, 'utf8')).toBe(text)
    await openAndClose()
    expect(await readDamaged()).toHaveLength(text.length)
    expect((await readTree(place.dir)).get(kept.path)).toBe(kept.sha256)
  })

  test('no line is believed that is not whole', () => {
    fc.assert(
      fc.property(anyJson(), (value) => {
        expect(readInventoryLine(JSON.stringify(value)).kind).toBe('damaged')
      }),
    )
  })

  async function readDamaged(): Promise<string> {
    const names = await readdir(inKeep('.songkeep/damaged'))
    const copies = names.filter((name) => name.endsWith('lines.jsonl')).toSorted()
    const texts = await Promise.all(
      copies.map((name) => readFile(inKeep('.songkeep/damaged', name), 'utf8')),
    )
    return texts.join('')
  }
})

describe('links inside an archive', () => {
  test('a playlist folder that leads outside is refused', async () => {
    await begin()
    await rename(inKeep('Mix'), outside())
    await symlink(outside(), inKeep('Mix'))
    await rm(inKeep('lists.jsonl'))
    await using archive = await openArchive(place.dir)
    await expect(archive.find(trackOf('One'), options)).rejects.toMatchObject({ name: 'UserError' })
    expect(() => archive.plan(list, 2, trackOf('Two'), recordingOf('2'))).toThrow(/is a link/)
    expect(() => archive.folderOf({ name: 'Mix' })).toThrow(/is a link/)
    await expect(archive.writeText('Mix', 'report.html', 'x')).rejects.toThrow(/is a link/)
    expect(await readdir(outside())).toEqual(['01 Artist - One.mp3'])
  })

  test('nor is one that was made while a track was on its way', async () => {
    await mkdir(outside())
    await using archive = await openArchive(place.dir)
    archive.folderOf({ name: 'Mix' })
    await symlink(outside(), inKeep('Mix'))
    await expect(keep(archive, list, 1)).rejects.toThrow(/is a link/)
    await expect(archive.writeText('Mix', 'report.html', 'x')).rejects.toThrow(/is a link/)
    expect(await readdir(outside())).toEqual([])
  })

  test('a kept file that became a link is made again; what it led to is left', async () => {
    const kept = await begin()
    await mkdir(outside())
    await rename(inKeep(kept.path), outside('moved.mp3'))
    await symlink(outside('moved.mp3'), inKeep(kept.path))
    await using archive = await openArchive(place.dir)
    expect(await archive.find(trackOf('One'), options)).toBeUndefined()
    expect((await keep(archive, list, 1, 'again')).path).toBe(kept.path)
    expect(await readFile(outside('moved.mp3'), 'utf8')).toBe('content 1')
    expect((await readTree(place.dir)).get(kept.path)).toBe(sha256('again'))
  })

  const parts = ['.songkeep', '.songkeep/work', '.songkeep/lock', 'inventory.jsonl', 'lists.jsonl']
  test.each(parts)('%s is refused', async (part) => {
    await begin()
    await rename(inKeep(part), outside())
    await symlink(outside(), inKeep(part))
    const before = await readTree(place.root)
    await expect(openArchive(place.dir)).rejects.toMatchObject({ name: 'UserError' })
    expect(await readTree(place.root)).toEqual(before)
  })

  test.each(['manifest-sha256.txt', '.songkeep/settled'])(
    '%s is replaced, what it led to is left',
    async (part) => {
      await begin()
      await rm(inKeep(part))
      await writeFile(outside(), 'theirs')
      await symlink(outside(), inKeep(part))
      {
        await using archive = await openArchive(place.dir)
        await keep(archive, list, 2)
        await archive.writeText(archive.folderOf({ name: 'New' }), 'report.html', 'x')
        await archive.checkpoint()
      }
      expect(await readFile(outside(), 'utf8')).toBe('theirs')
    },
  )

  test('the archive itself may be one', async () => {
    await mkdir(outside())
    await symlink(outside(), place.dir)
    const kept = await begin()
    expect((await readTree(outside())).get(kept.path)).toBe(kept.sha256)
  })
})

describe('a folder of somebody else', () => {
  test('is used without touching what is there', async () => {
    await mkdir(inKeep('Mix'), { recursive: true })
    await mkdir(inKeep('Photos'))
    await writeFile(inKeep('Photos/a.jpg'), 'theirs')
    await writeFile(inKeep('Mix/01 Artist - One.mp3'), 'theirs')
    await writeFile(inKeep('notes.txt'), 'theirs')
    const before = await readTree(place.dir)
    await begin()
    const after = await readTree(place.dir)
    for (const [path, sum] of before) expect(after.get(path)).toBe(sum)
  })

  test.each(['inventory.jsonl', 'lists.jsonl', 'manifest-sha256.txt'])(
    'is refused where %s is theirs',
    async (name) => {
      await mkdir(place.dir)
      await writeFile(inKeep(name), 'theirs\n')
      for (const _ of [1, 2])
        await expect(openArchive(place.dir)).rejects.toThrow(/not one of Songkeep's files/)
      expect(await readdir(place.dir)).toEqual([name])
      expect(await readFile(inKeep(name), 'utf8')).toBe('theirs\n')
    },
  )
})

describe('state that says nonsense', () => {
  const cases: readonly [string, string][] = [
    ['folders.json', 'not JSON'],
    ['folders.json', 'null'],
    ['folders.json', '{"../outside":"Mix","a/b":"Mix","Mix":7}'],
    ['settled', 'NaN'],
    ['settled', '99999999999'],
    ['settled', '0\n'],
    ['settled', '17\n'],
  ]
  test.each(cases)('%s: %s', async (name, text) => {
    const kept = await begin()
    await writeFile(inKeep('.songkeep', name), text)
    await using archive = await openArchive(place.dir)
    expect(await archive.find(trackOf('One'), options)).toEqual(kept)
    expect(archive.folderOf({ name: 'Mix' })).toBe('Mix')
  })
})

test('a 100 MB line is set aside in bounded memory', async () => {
  await begin()
  const path = inKeep('inventory.jsonl')
  for (let times = 0; times < 100; times++) await appendFile(path, Buffer.alloc(1_000_000, 'x'))
  const before = process.memoryUsage().rss
  await openAndClose()
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  expect(await readInventory(place.dir)).toHaveLength(1)
})
