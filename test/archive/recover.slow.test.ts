import { createHash } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import { spellOut } from '../../src/words/spell-out.ts'
import { findFaults } from './support/find-faults.ts'
import { readInventory, readTree } from './support/inspect.ts'
import { keep, playlistOf, sha256, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const list = playlistOf('Mix', [trackOf('One'), trackOf('Two')])
const inKeep = (...parts: string[]) => join(place.dir, ...parts)

/** An archive with one file before its checkpoint, and the line of a second one that a killed run had just written. */
async function leaveBehind(
  content: string,
  change: Partial<ArchivedFile> = {},
): Promise<ArchivedFile> {
  const first = await reopen(async (archive) => {
    const kept = await keep(archive, list, 1)
    await archive.checkpoint()
    return kept
  })
  const second: ArchivedFile = {
    ...first,
    path: 'Mix/02 Artist - Two.mp3',
    track: trackOf('Two'),
    sha256: sha256(content),
    bytes: content.length,
    ...change,
  }
  await appendFile(inKeep('inventory.jsonl'), `${JSON.stringify(spellOut(second))}\n`)
  return second
}

async function reopen<Result>(
  work: (archive: Awaited<ReturnType<typeof openArchive>>) => Promise<Result>,
): Promise<Result> {
  await using archive = await openArchive(place.dir)
  return await work(archive)
}

const paths = async () => (await readInventory(place.dir)).map(({ path }) => path)
const leftover = (name = 'unfinished') => inKeep('.songkeep/work', name)

describe('a line without its file', () => {
  test('the unfinished file is whole: the move is finished', async () => {
    const kept = await leaveBehind('second')
    await mkdir(leftover('job'), { recursive: true })
    await writeFile(leftover('job/unfinished.mp3'), 'second')
    await reopen(async () => {})
    expect((await readTree(place.dir)).get(kept.path)).toBe(kept.sha256)
    expect(await paths()).toEqual(['Mix/01 Artist - One.mp3', kept.path])
    expect(await readFile(inKeep('manifest-sha256.txt'), 'utf8')).toContain(kept.sha256)
    expect(await readdir(inKeep('.songkeep/work'))).toEqual([])
  })

  const losses: readonly [string, () => Promise<void>][] = [
    ['there is none', async () => {}],
    ['it is cut', () => writeFile(leftover(), 'secon')],
    ['it is of other content', () => writeFile(leftover(), 'secund')],
    ['it is a folder', () => mkdir(leftover()).then(() => {})],
  ]
  test.each(losses)(
    '%s, and what it was to replace is still whole: that one counts',
    async (_, lose) => {
      const { path } = await leaveBehind('second', { path: 'Mix/01 Artist - One.mp3' })
      await lose()
      const [before] = (await readTree(place.dir)).entries()
      await reopen(async (archive) => {
        expect(archive.list().map((kept) => [kept.path, kept.sha256])).toEqual([before])
        expect(await findFaults(archive)).not.toContainEqual(
          expect.objectContaining({ kind: 'damaged', path }),
        )
      })
    },
  )

  test.each(losses)('%s: the line is dropped', async (_, lose) => {
    await leaveBehind('second')
    await lose()
    await reopen(async () => {})
    expect(await paths()).toEqual(['Mix/01 Artist - One.mp3'])
    expect([...(await readTree(place.dir)).keys()]).toEqual([
      'Mix/01 Artist - One.mp3',
      'README-songkeep.txt',
      'inventory.jsonl',
      'lists.jsonl',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
    ])
  })

  test('somebody else has its name: the line is dropped, their file stays', async () => {
    const kept = await leaveBehind('second')
    await writeFile(leftover(), 'second')
    await writeFile(inKeep(kept.path), 'theirs')
    await reopen(async () => {})
    expect(await paths()).toEqual(['Mix/01 Artist - One.mp3'])
    expect(await readFile(inKeep(kept.path), 'utf8')).toBe('theirs')
  })

  test('two lines of one content, two files: each gets one', async () => {
    const third = await leaveBehind('second', { path: 'Mix/03.mp3' })
    await writeFile(leftover('a'), 'second')
    await writeFile(leftover('b'), 'second')
    await appendFile(
      inKeep('inventory.jsonl'),
      `${JSON.stringify(spellOut({ ...third, path: 'Mix/04.mp3' }))}\n`,
    )
    await reopen(async () => {})
    expect(await paths()).toEqual(['Mix/01 Artist - One.mp3', 'Mix/03.mp3', 'Mix/04.mp3'])
  })
})

describe('a file being made again', () => {
  const path = 'Mix/01 Artist - One.mp3'

  test('the new one is whole: it takes its place, the old one is moved away', async () => {
    await leaveBehind('again', { path, keptAt: '2100-01-01T00:00:00.000Z' })
    await writeFile(leftover(), 'again')
    await reopen(async () => {})
    expect(await readFile(inKeep(path), 'utf8')).toBe('again')
    expect(await readInventory(place.dir)).toMatchObject([{ path, sha256: sha256('again') }])
    expect(await readdir(inKeep('.songkeep/replaced'))).toHaveLength(1)
  })

  test('the old one was moved away already', async () => {
    await leaveBehind('again', { path })
    await writeFile(leftover(), 'again')
    await rm(inKeep(path))
    await reopen(async () => {})
    expect(await readFile(inKeep(path), 'utf8')).toBe('again')
  })

  test('with another ending: nothing of the old one stays', async () => {
    await leaveBehind('again', { path: 'Mix/01 Artist - One.ogg' })
    await writeFile(leftover(), 'again')
    await reopen(async () => {})
    expect(await paths()).toEqual(['Mix/01 Artist - One.ogg'])
    expect(await readdir(inKeep('Mix'))).toEqual(['01 Artist - One.ogg'])
  })

  test('the new one is gone: the old line counts again', async () => {
    await leaveBehind('again', { path: 'Mix/01 Artist - One.ogg' })
    await reopen(async () => {})
    expect(await readInventory(place.dir)).toMatchObject([{ path, sha256: sha256('content 1') }])
    expect(await readFile(inKeep(path), 'utf8')).toBe('content 1')
  })
})

describe('a copy under new tags', () => {
  const path = 'Mix/01 Artist - One.mp3'
  const albumGain = { gainDb: -6.5, peak: 0.9 }
  const writeIntent = () => leaveBehind('retagged', { path, albumGain })
  const nothingAside = async () =>
    expect(await readdir(inKeep('.songkeep'))).not.toContain('replaced')

  test('takes the place of the old one, and nothing is set aside', async () => {
    await reopen(async (archive) => {
      const kept = await keep(archive, list, 1)
      await archive.checkpoint()
      await writeFile(leftover(), 'retagged')
      expect(await archive.retag({ ...kept, albumGain }, leftover())).toEqual({
        ...kept,
        albumGain,
        sha256: sha256('retagged'),
        sha512: createHash('sha512').update('retagged').digest('hex'),
        bytes: 'retagged'.length,
      })
      expect(await findFaults(archive)).toEqual([])
      await archive.checkpoint()
    })
    expect(await readFile(inKeep(path), 'utf8')).toBe('retagged')
    expect(await readInventory(place.dir)).toMatchObject([{ albumGain, bytes: 8 }])
    await nothingAside()
  })

  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['was changed', () => writeFile(inKeep(path), 'mine')],
    ['is gone', () => rm(inKeep(path))],
  ]
  test.each(changes)('is refused where the old one %s', async (_, change) => {
    await reopen(async (archive) => {
      const kept = await keep(archive, list, 1)
      await change()
      const tree = await readTree(place.dir)
      await writeFile(leftover(), 'retagged')
      expect(await archive.retag({ ...kept, albumGain }, leftover())).toBeUndefined()
      expect(await readTree(place.dir)).toEqual(tree)
    })
  })

  test('is refused for a line that is no more', async () => {
    await reopen(async (archive) => {
      const kept = await keep(archive, list, 1)
      await writeFile(leftover(), 'retagged')
      const old = { ...kept, sha256: sha256('before that') }
      expect(await archive.retag(old, leftover())).toBeUndefined()
    })
  })

  test('intent written, and whole: it is put in its place', async () => {
    await writeIntent()
    await writeFile(leftover(), 'retagged')
    await reopen(async () => {})
    expect(await readFile(inKeep(path), 'utf8')).toBe('retagged')
    expect(await readInventory(place.dir)).toMatchObject([{ path, albumGain }])
    await nothingAside()
  })

  test.each([
    ['torn', () => writeFile(leftover(), 'retag')],
    ['gone', async () => {}],
  ])('intent written, and %s: the old one stays with its line', async (_, lose) => {
    await writeIntent()
    await lose()
    await reopen(async () => {})
    expect(await readFile(inKeep(path), 'utf8')).toBe('content 1')
    expect(await readInventory(place.dir)).toMatchObject([{ sha256: sha256('content 1') }])
    expect((await readInventory(place.dir))[0]?.albumGain).toBeUndefined()
  })

  test('in its place already: the new line counts', async () => {
    await writeIntent()
    await writeFile(inKeep(path), 'retagged')
    await reopen(async () => {})
    expect(await readInventory(place.dir)).toMatchObject([{ path, albumGain }])
    await nothingAside()
  })

  test('intent written, and the old one changed since by its owner: theirs stays, the old line counts', async () => {
    await writeIntent()
    await writeFile(leftover(), 'retagged')
    await writeFile(inKeep(path), 'mine')
    await reopen(async (archive) => {
      expect(await findFaults(archive)).toMatchObject([{ kind: 'damaged', path }])
    })
    expect(await readFile(inKeep(path), 'utf8')).toBe('mine')
    expect(await readInventory(place.dir)).toMatchObject([{ sha256: sha256('content 1') }])
  })
})

test('a line before the checkpoint whose file was deleted stays: it is missing, not forgotten', async () => {
  await reopen(async (archive) => {
    await keep(archive, list, 1)
    await archive.checkpoint()
  })
  await rm(inKeep('Mix/01 Artist - One.mp3'))
  await reopen(async (archive) => {
    const found = []
    for (const finding of await findFaults(archive)) found.push(finding.kind)
    expect(found).toEqual(['missing'])
  })
})

test('opening what is in order changes nothing', async () => {
  await reopen(async (archive) => {
    await keep(archive, list, 1)
    await archive.checkpoint()
  })
  const before = await stat(inKeep('inventory.jsonl'))
  await reopen(async () => {})
  expect((await stat(inKeep('inventory.jsonl'))).ino).toBe(before.ino)
})
