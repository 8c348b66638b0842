import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { readInventory } from './support/inspect.ts'
import { keep, playlistOf, trackOf } from './support/sample.ts'
import { useTemporary } from './support/temporary.ts'

const place = useTemporary()
const list = playlistOf(
  'Mix',
  ['One', 'Two', 'Three', 'Four'].map((title) => trackOf(title)),
)
const inventory = () => join(place.dir, 'inventory.jsonl')

/** An archive of four files; `harm` happens to it between two runs. */
async function harmed<Result>(
  harm: () => Promise<void>,
  look: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  {
    await using archive = await openArchive(place.dir)
    for (const position of [1, 2, 3, 4]) await keep(archive, list, position)
    await archive.checkpoint()
  }
  await harm()
  await using archive = await openArchive(place.dir)
  return await look(archive)
}

const lines = async () => (await readFile(inventory(), 'utf8')).split('\n').filter(Boolean)

const KINDS: readonly (readonly [string, () => Promise<void>, object])[] = [
  ['removed', () => rm(inventory()), { restored: 4, lost: 0, damaged: 0 }],
  ['emptied', () => truncate(inventory(), 0), { restored: 4, lost: 0, damaged: 0 }],
  [
    'cut within a line',
    async () => truncate(inventory(), ((await lines())[0]?.length ?? 0) + 100),
    { restored: 3, lost: 0, damaged: 1 },
  ],
  [
    'cut at a line',
    async () => await writeFile(inventory(), `${(await lines()).slice(0, 2).join('\n')}\n`),
    { restored: 2, lost: 0, damaged: 0 },
  ],
  [
    'of the same length, with a line made unreadable',
    async () => {
      const [first = '', ...others] = await lines()
      await writeFile(inventory(), `${['#'.repeat(first.length), ...others].join('\n')}\n`)
    },
    { restored: 1, lost: 0, damaged: 1 },
  ],
  [
    'longer, with another line in the place of two',
    async () => {
      const [first = '', second = '', ...others] = await lines()
      const twice = second.padEnd(second.length + first.length + 20)
      await writeFile(inventory(), `${[twice, ...others].join('\n')}\n`)
    },
    { restored: 2, lost: 0, damaged: 1 },
  ],
]

test.each(KINDS)(
  'an inventory that was %s: whole files count again, and it is told',
  async (...kind) => {
    const [, harm, params] = kind
    await harmed(harm, async (archive) => {
      expect(archive.notes).toEqual([{ code: 'archive.inventory-mended', params }])
      expect(archive.list()).toHaveLength(4)
      await archive.checkpoint()
    })
    expect(await readInventory(place.dir)).toHaveLength(4)
    await using again = await openArchive(place.dir)
    expect(again.notes).toEqual([])
  },
)

test('lost lines of files that are gone or changed count again, so that they are missed', async () => {
  const harm = async () => {
    await rm(inventory())
    await rm(join(place.dir, 'Mix', '01 Artist - One.mp3'))
    await writeFile(join(place.dir, 'Mix', '02 Artist - Two.mp3'), 'another')
  }
  await harmed(harm, async (archive) => {
    expect(archive.notes[0]?.params).toEqual({ restored: 2, lost: 2, damaged: 0 })
    expect(archive.list()).toHaveLength(4)
  })
})

test('what was pruned stays away, and a look alone finds the same', async () => {
  await harmed(
    async () => {},
    async (archive) => {
      await archive.prune(archive.list().slice(0, 1))
      expect(archive.notes).toEqual([])
    },
  )
  await rm(inventory())
  await using looked = await openArchive(place.dir, { readOnly: true })
  expect(looked.notes[0]?.params).toMatchObject({ restored: 3 })
  expect(looked.list()).toHaveLength(3)
})

test.each([
  ['a title', (text: string) => text.replace('"title":"Two"', '"title":"Twp"')],
  ['a digest', (text: string) => text.replace(/"sha256":"./, '"sha256":"g'.replace('g', '0'))],
] as const)('%s that a disk has turned into another comes back from the copy', async (_, turn) => {
  const before = { text: '' }
  const harm = async () => {
    before.text = await readFile(inventory(), 'utf8')
    const turned = turn(before.text)
    expect(turned).toHaveLength(before.text.length)
    await writeFile(
      inventory(),
      turned === before.text ? before.text.replace('"sha256":"0', '"sha256":"1') : turned,
    )
  }
  await harmed(harm, async (archive) => {
    expect(archive.notes).toMatchObject([{ params: { restored: 1, lost: 0, damaged: 1 } }])
    await archive.checkpoint()
  })
  expect(await readFile(inventory(), 'utf8')).toBe(before.text)
})
