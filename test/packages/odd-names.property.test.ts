import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packBag } from '../../src/packages/bagit/pack-bag.ts'
import { packOcfl } from '../../src/packages/ocfl/pack-ocfl.ts'
import type { PackageContents, PackageFile } from '../../src/packages/package-contents.ts'
import type { Packer } from '../../src/packages/packer.ts'
import { packCrate } from '../../src/packages/ro-crate/pack-crate.ts'
import { unpack } from '../../src/packages/unpack/unpack.ts'
import { readTree } from '../archive/support/inspect.ts'
import { runs } from '../support/runs.ts'

const { signal } = new AbortController()

const letter = fc.constantFrom(
  ...['a', 'B', 'é', 'e\u0301', '面', '🎵', '%', '%25', '%0A', '\n', '\r', ' ', '.', '~', '#', '?'],
  ...['&', '<', '"', "'", '*', ':', '\\', '\u2028', '\u0085', '\t', '\u0001', '=', '+'],
)
const name = fc
  .array(letter, { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(''))
  .filter((text) => text !== '.' && !text.includes('..') && text !== '.songkeep')
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'))

/** No file is a folder of another one. */
const isTree = (paths: readonly string[]) =>
  paths.every((one) => !paths.some((other) => other.startsWith(`${one}/`)))
const paths = fc.uniqueArray(path, { maxLength: 8 }).filter(isTree)

async function makeContents(root: string, files: Readonly<Record<string, string>>) {
  const listed: PackageFile[] = []
  for (const [each, content] of Object.entries(files)) {
    const place = join(root, each)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, content)
    const { size } = await stat(place)
    listed.push({ kind: 'text', path: each, place, bytes: size, mediaType: 'text/plain' })
  }
  const at = '2026-01-01T00:00:00.000Z'
  const contents: PackageContents = {
    ...{ root, name: basename(root), at, lists: [], foreign: [], missing: [] },
    files: listed.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
  return contents
}

const packers: readonly [string, Packer][] = [
  ['bagit', packBag],
  ['ocfl', packOcfl],
  ['ro-crate', packCrate],
]

test.each(packers)(
  '%s: whatever files are called, they come back byte for byte',
  async (_, packer) => {
    await fc.assert(
      fc.asyncProperty(
        paths,
        fc.array(fc.string(), { minLength: 9, maxLength: 9 }),
        async (all, texts) => {
          const dir = await mkdtemp(join(tmpdir(), 'songkeep-odd-'))
          try {
            const files = Object.fromEntries(all.map((each, at) => [each, texts[at] ?? '']))
            const contents = await makeContents(join(dir, 'Keep'), {
              ...files,
              'inventory.jsonl': '',
            })
            const out = join(dir, 'package')
            const request = { source: '', out, options: {}, software: 'Songkeep 1', signal }
            for await (const event of packer({ ...request, contents: async () => contents }))
              expect(event.kind).not.toBe('left-out')
            const unpacked = await unpack({ source: out, out: join(dir, 'again'), signal })
            expect(unpacked.files).toBe(contents.files.length)
            expect(await readTree(join(dir, 'again'))).toEqual(await readTree(join(dir, 'Keep')))
          } finally {
            await rm(dir, { recursive: true, force: true })
          }
        },
      ),
      { numRuns: runs(100) },
    )
  },
)
