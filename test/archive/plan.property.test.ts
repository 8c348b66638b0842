import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { isArchivedFilePath, pathKey } from '../../src/archive/naming/clean.ts'
import { codePoint } from '../support/code-point.ts'
import { runs } from '../support/runs.ts'
import { readInventory, readTree } from './support/inspect.ts'
import { keep, options, playlistOf, sha256, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()

const text = fc.oneof(
  fc.string({ unit: codePoint, maxLength: 40 }),
  fc.constantFrom(
    '..',
    '../../x',
    'CON',
    '.songkeep',
    'a',
    'A',
    'á',
    'a\u0301',
    'ß',
    'SS',
    'a?',
    '?',
    '',
    ' ',
  ),
  fc.constantFrom('report.html', '\ud800', '/', '\\', 'x'.repeat(500), '夜'.repeat(300)),
)

test('whatever the texts: inside, whole, told apart, and found again', async () => {
  const names = fc.constantFrom('{playlist}/{artist} - {title}', '{artist}/{title}', '{title}')
  const tracks = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 })
  let run = 0
  await fc.assert(
    fc.asyncProperty(names, text, tracks, async (names, name, pairs) => {
      const root = join(place.root, String(run++))
      const dir = join(root, 'Keep')
      await mkdir(dir, { recursive: true })
      await writeFile(join(root, 'secret'), 'theirs')
      await writeFile(join(dir, 'a.mp3'), 'theirs')
      const list = playlistOf(
        name,
        pairs.map(([title, artist], at) =>
          trackOf(title, { artists: [artist], uri: `${run}:${at}` }),
        ),
      )
      {
        await using archive = await openArchive(dir, { names })
        await Promise.all(list.entries.map(({ position }) => keep(archive, list, position)))
        await archive.writeText(archive.folderOf({ name }), 'report.html', 'x')
        await archive.checkpoint()
      }
      const lines = await readInventory(dir)
      const tree = await readTree(dir)
      expect(lines).toHaveLength(pairs.length)
      expect(new Set(lines.map(({ path }) => pathKey(path))).size).toBe(pairs.length)
      for (const { path, sha256 } of lines) {
        expect(isArchivedFilePath(path)).toBe(true)
        expect(resolve(dir, path).startsWith(dir + sep)).toBe(true)
        expect(tree.get(path)).toBe(sha256)
      }
      expect((await readdir(root)).toSorted()).toEqual(['Keep', 'secret'])
      expect(tree.get('a.mp3')).toBe(sha256('theirs'))
      await using again = await openArchive(dir, { names })
      for (const entry of list.entries)
        if (entry.kind === 'track')
          expect(await again.find(entry.track, options)).toMatchObject({
            sha256: sha256(`content ${entry.position}`),
          })
    }),
    { numRuns: runs(200) },
  )
})
