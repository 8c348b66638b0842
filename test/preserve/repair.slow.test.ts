import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import type { VerifyEvent } from '../../src/model/preserve/fixity.ts'
import { verify } from '../../src/preserve/verify/verify.ts'
import { StorageError } from '../../src/words/user-error.ts'
import { readTree } from '../archive/support/inspect.ts'
import { keep, playlistOf, trackOf } from '../archive/support/sample.ts'
import { useTemporary } from '../archive/support/temporary.ts'
import { check, copyTree, makeArchive, mend, openInline } from './support/archive.ts'
import { fileHarms, type Harm, recordHarms } from './support/harm.ts'
import { Random } from './support/random.ts'

const place = useTemporary()
const at = (path: string) => join(place.dir, path)
const pathOf = (number: number) => `Mix/0${number} Artist - Song ${number}.mp3`
const copy = () => join(place.root, 'copy')
const random = new Random(1)

const made = join(tmpdir(), `songkeep-repair-${process.pid}`)
beforeAll(() => makeArchive(made, 6, random))
afterAll(() => rm(made, { recursive: true }))
beforeEach(async () => {
  await copyTree(made, place.dir)
  await copyTree(made, copy())
})

const faults = async () =>
  (await check(place.dir)).findings.map(({ kind, path, remedies }) => [kind, path, remedies[0]])

/** The others are tried by the longer test, many at once. */
const quick = (harms: Readonly<Record<string, Harm>>, names: readonly string[]) =>
  Object.entries(harms).filter(([name]) => names.includes(name))

test.each(quick(fileHarms, ['a bit flipped', 'deleted', 'swapped with another']))(
  '%s: found, and as it was after a repair',
  async (_, harm) => {
    const before = await readTree(place.dir)
    const harmed = await harm(place.dir, [pathOf(2), pathOf(4)], random)
    const found = (await faults()).flatMap(([kind, path]) => (kind === 'unknown' ? [] : [path]))
    expect(found).toEqual(harmed)
    expect(await mend(place.dir, [copy()])).toEqual([])
    const after = await readTree(place.dir)
    for (const [path, sha256] of before)
      if (path !== 'fixity.jsonl') expect(after.get(path), path).toBe(sha256)
  },
)

test.each(
  quick(recordHarms, [
    'the inventory cut',
    'a bit of the inventory flipped',
    'a manifest lost',
    'a bit of the decisions flipped',
  ]),
)('%s: found, and as it was after a repair', async (_, harm) => {
  const before = await readTree(place.dir)
  const harmed = await harm(place.dir, [], random)
  expect((await faults()).map(([, path]) => path)).toEqual(harmed)
  expect(await mend(place.dir)).toEqual([])
  const after = await readTree(place.dir)
  for (const path of harmed) expect(after.get(path)).toBe(before.get(path))
  expect(await faults()).toEqual([])
})

test('by parity alone: one file that is lost; of several, which bytes are lost is told', async () => {
  const before = await readTree(place.dir)
  await fileHarms['a bit flipped']?.(place.dir, [pathOf(3)], random)
  expect(await faults()).toEqual([['damaged', pathOf(3), 'parity']])
  expect(await mend(place.dir)).toEqual([])
  expect((await readTree(place.dir)).get(pathOf(3))).toBe(before.get(pathOf(3)))
  for (const number of [1, 2, 3, 4, 5]) await rm(at(pathOf(number)))
  const left = await mend(place.dir)
  expect(left.length).toBeGreaterThan(0)
  for (const { fault, lost } of left) expect(lost?.at(-1)?.end).toBe(fault.kept.bytes)
  expect((await readTree(place.dir)).get(pathOf(6))).toBe(before.get(pathOf(6)))
})

test('what a repair replaces is set aside, and a copy that is damaged too is not believed', async () => {
  await writeFile(at(pathOf(1)), 'mine by now')
  await writeFile(join(copy(), pathOf(1)), 'damaged as well')
  await rm(at('parity'), { recursive: true })
  expect(await mend(place.dir, [copy()])).toMatchObject([
    {
      fault: { path: pathOf(1) },
      why: [{ code: 'preserve.no-parity' }, { code: 'preserve.no-copy-has-it' }],
    },
  ])
  expect(await readFile(at(pathOf(1)), 'utf8')).toBe('mine by now')
  await rename(join(copy(), pathOf(2)), join(copy(), 'elsewhere'))
  await writeFile(at(pathOf(2)), 'set me aside')
  expect(await mend(place.dir, [copy()])).toHaveLength(1)
  const aside = await readTree(at('.songkeep/replaced'))
  expect([...aside.keys()]).toEqual([expect.stringMatching(/Song 2\.mp3$/)])
})

/** Reads the archive, and does something after the first file. */
async function during(act: () => Promise<void>): Promise<VerifyEvent[]> {
  await using archive = await openArchive(place.dir, { readOnly: true })
  await using digester = openInline()
  const events: VerifyEvent[] = []
  for await (const event of verify(archive, { digester })) {
    if (event.kind === 'progress' && event.files === 1) await act()
    events.push(event)
  }
  return events
}

test('what is archived while a check goes on is not told as checked, nor as unknown', async () => {
  const events = await during(async () => {
    await using archive = await openArchive(place.dir)
    await keep(archive, playlistOf('Other', [trackOf('Late')]), 1)
    await archive.checkpoint()
  })
  expect(events.filter(({ kind }) => kind === 'finding')).toEqual([])
  expect(events.at(-1)).toMatchObject({ summary: { whole: 6, newer: 1, faults: 0, unknown: 0 } })
})

test('an archive that is renamed while a check goes on ends it: nothing is told as missing', async () => {
  const moved = join(place.root, 'moved')
  await expect(during(() => rename(place.dir, moved))).rejects.toThrow(StorageError)
  await rename(moved, place.dir)
  expect(await faults()).toEqual([])
})

test('a part: what was never read first, then the rest, and each once in the period', async () => {
  await rm(at('fixity.jsonl'))
  const read: string[] = []
  const part = async () => {
    await using archive = await openArchive(place.dir, { readOnly: true })
    await using digester = openInline()
    for await (const event of verify(archive, { digester, days: 3 }))
      if (event.kind === 'progress') read.push(event.path)
  }
  await part()
  const first = read.length
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(6)
  // The same day again: its part is done.
  await part()
  expect(read).toHaveLength(first)
  for (let day = 1; day < 3; day++) {
    const log = await readFile(at('fixity.jsonl'), 'utf8')
    const yesterday = log.replaceAll(
      /"at":"([^"]+)"/g,
      (_, at: string) => `"at":"${new Date(Date.parse(at) - 86_400_000).toISOString()}"`,
    )
    await writeFile(at('fixity.jsonl'), yesterday)
    await part()
  }
  expect([...new Set(read)].toSorted()).toEqual([1, 2, 3, 4, 5, 6].map(pathOf))
})

test('half a line in the record of checks, and lines of others, cost nothing', async () => {
  await appendFile(at('fixity.jsonl'), '{"at":"2026-01-01T00:00:00.000Z","pa')
  expect(await faults()).toEqual([])
  const lines = (await readFile(at('fixity.jsonl'), 'utf8')).trimEnd().split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ outcome: 'whole' })
})
