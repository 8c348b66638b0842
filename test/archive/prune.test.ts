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
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { spellOut } from '../../src/words/spell-out.ts'
import { findFaults } from './support/find-faults.ts'
import { readInventory, readTree } from './support/inspect.ts'
import { keep, options, playlistOf, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const names = ['One', 'Two', 'Three', 'Four']
const list = playlistOf(
  'Mix',
  names.map((name) => trackOf(name)),
)
const inKeep = (...parts: string[]) => join(place.dir, ...parts)
const inTrash = async (...parts: string[]) => {
  const [stamp = ''] = (await readdir(inKeep('.songkeep/trash'))).toSorted()
  return inKeep('.songkeep/trash', stamp, ...parts)
}

/** Four archived files, after a checkpoint. */
async function begin(template = '{playlist}/{title}'): Promise<readonly ArchivedFile[]> {
  await using archive = await openArchive(place.dir, { names: template })
  const all: ArchivedFile[] = []
  for (const { position } of list.entries) all.push(await keep(archive, list, position))
  await archive.checkpoint()
  return all
}

async function findings() {
  await using archive = await openArchive(place.dir, { readOnly: true })
  return (await findFaults(archive)).map(({ kind, path }) => `${kind} ${path}`)
}

async function prune(unwanted: readonly ArchivedFile[], readOnly = false) {
  await using archive = await openArchive(place.dir, { readOnly })
  return await archive.prune(unwanted)
}

test('files go to the trash under their paths, their lines with them; the rest stays as it was', async () => {
  const [one, two, three, four] = await begin()
  const pruned = await prune([two!, four!])
  expect(pruned).toMatchObject({ moved: ['Mix/Two.mp3', 'Mix/Four.mp3'], changed: [], missing: [] })
  expect(pruned.bytes).toBe(two!.bytes + four!.bytes)
  expect(inKeep(pruned.trash ?? '')).toBe(await inTrash())
  expect([...(await readTree(await inTrash())).entries()]).toEqual([
    ['Mix/Four.mp3', four!.sha256],
    ['Mix/Two.mp3', two!.sha256],
    ['inventory.jsonl', expect.any(String)],
  ])
  expect(await readInventory(await inTrash())).toEqual([two, four])
  expect(await readInventory(place.dir)).toEqual(
    [one, three].toSorted((a, b) => (a!.path < b!.path ? -1 : 1)),
  )
  expect(await readFile(inKeep('manifest-sha256.txt'), 'utf8')).not.toContain('Two')
  expect(await findings()).toEqual([])
})

test('the next backup makes it again under its name, and a second pruning has a folder of its own', async () => {
  const [one] = await begin()
  await prune([one!])
  {
    await using archive = await openArchive(place.dir, { names: '{playlist}/{title}' })
    expect(await archive.find(trackOf('One'), options)).toBeUndefined()
    const again = await keep(archive, list, 1, 'again')
    expect(again.path).toBe(one!.path)
    await archive.checkpoint()
    await archive.prune([again])
  }
  expect(await readdir(inKeep('.songkeep/trash'))).toHaveLength(2)
  expect(await findings()).toEqual([])
})

test('a file that somebody has changed is left alone, with its line; one that is gone loses its line', async () => {
  const [one, two] = await begin()
  await writeFile(inKeep(one!.path), 'retagged by hand')
  await rm(inKeep(two!.path))
  const pruned = await prune([one!, two!])
  expect(pruned).toEqual({ moved: [], bytes: 0, changed: [one!.path], missing: [two!.path] })
  expect(await readFile(inKeep(one!.path), 'utf8')).toBe('retagged by hand')
  expect((await readInventory(place.dir)).map(({ path }) => path)).not.toContain(two!.path)
  expect(await findings()).toEqual([`damaged ${one!.path}`])
})

test('the user’s own files and links stay, and folders are removed only where nothing is left', async () => {
  const all = await begin('{title}/{artist}')
  await writeFile(inKeep('One', 'cover.jpg'), 'theirs')
  await mkdir(join(place.root, 'elsewhere'))
  await rename(inKeep('Two', 'Artist.mp3'), join(place.root, 'elsewhere', 'Artist.mp3'))
  await rm(inKeep('Two'), { recursive: true })
  await symlink(join(place.root, 'elsewhere'), inKeep('Two'))
  const pruned = await prune(all)
  expect(pruned.changed).toEqual(['Two/Artist.mp3'])
  expect((await readdir(place.dir)).toSorted()).toEqual(
    [
      '.songkeep',
      'One',
      'README-songkeep.txt',
      'Two',
      'inventory.jsonl',
      'lists.jsonl',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
    ].toSorted(),
  )
  expect(await readdir(join(place.root, 'elsewhere'))).toEqual(['Artist.mp3'])
  expect(await readFile(inKeep('One', 'cover.jpg'), 'utf8')).toBe('theirs')
})

test('opened for reading only it says what it would do, and does nothing', async () => {
  const [one] = await begin()
  const before = await readTree(place.dir)
  expect(await prune([one!], true)).toMatchObject({ moved: [one!.path] })
  expect(await readTree(place.dir)).toEqual(before)
  expect(await readdir(inKeep('.songkeep'))).not.toContain('trash')
})

test('nothing unwanted: nothing is written', async () => {
  await begin()
  expect(await prune([])).toEqual({ moved: [], bytes: 0, changed: [], missing: [] })
  expect(await readdir(inKeep('.songkeep'))).not.toContain('trash')
})

test('stopped while it looks: nothing is moved', async () => {
  const all = await begin()
  const stop = new AbortController()
  await using archive = await openArchive(place.dir, { signal: stop.signal })
  stop.abort()
  await expect(archive.prune(all)).rejects.toThrow()
  expect(await readdir(inKeep('.songkeep'))).not.toContain('trash')
})

describe('killed on the way, the next opening comes to the same end', () => {
  const stamp = '2026-11-21T120000.000Z'
  const trash = (...parts: string[]) => inKeep('.songkeep/trash', ...parts)
  const record = () => trash(`${stamp}.jsonl`)

  async function writeIntent(lines: readonly ArchivedFile[]) {
    await mkdir(trash(), { recursive: true })
    await writeFile(record(), lines.map((kept) => `${JSON.stringify(spellOut(kept))}\n`).join(''))
  }
  async function move({ path }: ArchivedFile) {
    await mkdir(dirname(trash(stamp, path)), { recursive: true })
    await rename(inKeep(path), trash(stamp, path))
  }
  async function withdraw(lines: readonly ArchivedFile[]) {
    const left = (await readInventory(place.dir)).filter(
      ({ path }) => !lines.some((kept) => kept.path === path),
    )
    const text = left.map((kept) => `${JSON.stringify(spellOut(kept))}\n`).join('')
    await writeFile(inKeep('inventory.jsonl'), text)
  }

  const moments: readonly (readonly [string, (lines: readonly ArchivedFile[]) => Promise<void>])[] =
    [
      ['intent written, nothing moved', writeIntent],
      [
        'one of them moved',
        async (lines) => {
          await writeIntent(lines)
          await move(lines[0]!)
        },
      ],
      [
        'a copy in both places, between two file systems',
        async (lines) => {
          await writeIntent(lines)
          await mkdir(trash(stamp, 'Mix'), { recursive: true })
          await writeFile(trash(stamp, lines[0]!.path), await readFile(inKeep(lines[0]!.path)))
        },
      ],
      [
        'all moved, the lines still there',
        async (lines) => {
          await writeIntent(lines)
          for (const kept of lines) await move(kept)
        },
      ],
      [
        'the lines withdrawn, the manifest not written',
        async (lines) => {
          await writeIntent(lines)
          for (const kept of lines) await move(kept)
          await withdraw(lines)
        },
      ],
    ]
  test.each(moments)('%s', async (_, leave) => {
    const [one, two, three, four] = await begin()
    await leave([two!, three!])
    expect(await findings()).toEqual([])
    await (await openArchive(place.dir))[Symbol.asyncDispose]()
    expect([...(await readTree(trash(stamp)))].slice(0, 2)).toEqual([
      [three!.path, three!.sha256],
      [two!.path, two!.sha256],
    ])
    expect(await readInventory(trash(stamp))).toEqual([two, three])
    expect(await readdir(trash())).toEqual([stamp])
    expect(await readInventory(place.dir)).toEqual([four, one])
    const manifest = await readFile(inKeep('manifest-sha256.txt'), 'utf8')
    expect(manifest.trimEnd().split('\n')).toHaveLength(2)
    expect(await findings()).toEqual([])
  })

  test('a record that is not ours, torn or hostile, touches nothing else', async () => {
    const [one] = await begin()
    await writeIntent([one!])
    await appendFile(
      record(),
      `${JSON.stringify(spellOut({ ...one, path: '../../outside.mp3' }))}\n{"path":"Mix/Tw`,
    )
    await writeFile(join(place.root, 'outside.mp3'), 'content 1')
    await writeFile(trash('notes.txt'), 'theirs')
    await (await openArchive(place.dir))[Symbol.asyncDispose]()
    expect(await readFile(join(place.root, 'outside.mp3'), 'utf8')).toBe('content 1')
    expect((await readInventory(place.dir)).map(({ path }) => path)).toEqual([
      'Mix/Four.mp3',
      'Mix/Three.mp3',
      'Mix/Two.mp3',
    ])
    expect(await readFile(trash('notes.txt'), 'utf8')).toBe('theirs')
  })

  test('what was made anew since then stays', async () => {
    const [one] = await begin()
    await writeIntent([{ ...one!, keptAt: '2020-01-01T00:00:00.000Z' }])
    await (await openArchive(place.dir))[Symbol.asyncDispose]()
    expect(await readInventory(place.dir)).toHaveLength(4)
    expect(await findings()).toEqual([])
  })
})

describe('texts that grow', () => {
  const append = async (line: string) => {
    await using archive = await openArchive(place.dir)
    return await archive.appendText(archive.folderOf({ name: 'Mix' }), 'history.jsonl', line)
  }
  const read = () => readFile(inKeep('Mix/history.jsonl'), 'utf8')

  test('a line is added, what was there stays to the byte, and a torn last line swallows nothing', async () => {
    await begin()
    expect(await append('{"a":1}\n')).toBe('Mix/history.jsonl')
    await appendFile(inKeep('Mix/history.jsonl'), '{"torn')
    await append('{"b":2}\n')
    await append('{"c":3}\n')
    expect(await read()).toBe('{"a":1}\n{"torn\n{"b":2}\n{"c":3}\n')
    expect(await findings()).toEqual([])
  })

  test('it stays though the memory of whose folder it is was thrown away', async () => {
    await begin()
    await append('{"a":1}\n')
    await rm(inKeep('.songkeep'), { recursive: true })
    await append('{"b":2}\n')
    expect(await read()).toBe('{"a":1}\n{"b":2}\n')
  })

  test('a link under its name is moved away, not followed', async () => {
    await begin()
    await writeFile(join(place.root, 'theirs.jsonl'), 'theirs')
    await symlink(join(place.root, 'theirs.jsonl'), inKeep('Mix/history.jsonl'))
    await using archive = await openArchive(place.dir)
    expect(await archive.readText('Mix', 'history.jsonl')).toBeUndefined()
    await archive.appendText('Mix', 'history.jsonl', '{"a":1}\n')
    expect(await read()).toBe('{"a":1}\n')
    expect(await readFile(join(place.root, 'theirs.jsonl'), 'utf8')).toBe('theirs')
  })
})
