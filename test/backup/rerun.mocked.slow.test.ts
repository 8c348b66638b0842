import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { writeInventoryLine } from '../../src/archive/inventory/inventory-line.ts'
import { albumGain } from '../../src/media/decode/loudness.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import type { BackupRequest } from '../../src/model/backup/request.ts'
import { probeFile } from '../../src/tags/read/probe-file.ts'
import { readInventory } from '../archive/support/inspect.ts'
import { startBackup } from '../support/backup.ts'
import { makeTempDir } from '../support/program.ts'
import { makeTune } from '../support/sound.ts'

vi.mock('../../src/tags/read/probe-file.ts', { spy: true })

beforeEach(() => {
  vi.mocked(probeFile).mockClear()
})

const titles = ['Amber', 'Basalt', 'Cedar']

async function begin() {
  const dir = await makeTempDir()
  await mkdir(join(dir, 'Music'))
  for (const [seed, title] of titles.entries())
    await writeFile(join(dir, 'Music', `The Testers - ${title}.wav`), makeTune(1 + seed, seed))
  await backUp(dir, titles)
  return dir
}

async function backUp(dir: string, names: readonly string[], more: Partial<BackupRequest> = {}) {
  const rows = names.map((title) => `${title},The Testers,Stones`)
  await writeFile(join(dir, 'list.csv'), ['Title,Artist,Album', ...rows, ''].join('\n'))
  vi.mocked(probeFile).mockClear()
  for await (const _ of startBackup(dir, more));
}

const linesOf = async (dir: string) => await readInventory(join(dir, 'Keep'))

/** Files of the archive whose tags were read since the run began. */
const countRead = (dir: string) =>
  vi.mocked(probeFile).mock.calls.filter(([path]) => String(path).startsWith(join(dir, 'Keep')))
    .length

/** As if they had always been so: what would tell that the lines were others is thrown away. */
async function changeLines(dir: string, change: (line: ArchivedFile) => ArchivedFile) {
  await rm(join(dir, 'Keep/.songkeep'), { recursive: true })
  const lines = (await linesOf(dir)).map((line) => writeInventoryLine(change(line)))
  await writeFile(join(dir, 'Keep/inventory.jsonl'), lines.join(''))
}

async function expectRightGain(dir: string) {
  const lines = await linesOf(dir)
  const gain = albumGain(lines)
  for (const line of lines) {
    expect(line.albumGain).toEqual(gain)
    const { albumGainDb } = (await probeFile(join(dir, 'Keep', line.path))).tags
    expect(albumGainDb).toBe(gain?.gainDb)
  }
}

test('an unchanged rerun reads no tags', async () => {
  const dir = await begin()
  await expectRightGain(dir)
  const before = await readFile(join(dir, 'Keep/inventory.jsonl'), 'utf8')
  await backUp(dir, titles)
  expect(countRead(dir)).toBe(0)
  expect(await readFile(join(dir, 'Keep/inventory.jsonl'), 'utf8')).toBe(before)
})

test('lines of earlier versions do not name the album: it is read from the tags once', async () => {
  const dir = await begin()
  const before = await linesOf(dir)
  await changeLines(dir, ({ album: _, ...line }) => line)
  await backUp(dir, titles)
  expect(countRead(dir)).toBe(titles.length)
  expect(await linesOf(dir)).toEqual(before)
  await backUp(dir, titles)
  expect(countRead(dir)).toBe(0)
})

test('a gain that is not what the lines of the album give is written anew', async () => {
  const dir = await begin()
  const wrong = { gainDb: 1.23, peak: 0.5 }
  await changeLines(dir, (line) =>
    line.track.title === 'Amber' ? { ...line, albumGain: wrong } : line,
  )
  await backUp(dir, titles)
  await expectRightGain(dir)
})

/** Every file of the archive but those that tell of the run itself: inode, time and size. */
async function readStats(dir: string) {
  const stats = new Map<string, readonly bigint[]>()
  const entries = await readdir(join(dir, 'Keep'), { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || /report\.(html|json)$|\/lock$/.test(path)) continue
    const { ino, mtimeNs, size } = await stat(path, { bigint: true })
    stats.set(path, [ino, mtimeNs, size])
  }
  return stats
}

test('pruning twice is once: of an album that has lost a track, the others are not written again', async () => {
  const dir = await begin()
  await backUp(dir, titles.slice(0, 2), { prune: true })
  expect(await linesOf(dir)).toHaveLength(2)
  const before = await readStats(dir)
  expect([...before.keys()].some((path) => path.includes('/trash/'))).toBe(true)
  await backUp(dir, titles.slice(0, 2), { prune: true })
  expect(await readStats(dir)).toEqual(before)
  await backUp(dir, titles.slice(0, 2))
  expect(await readStats(dir)).toEqual(before)
})

test('an album that has got a track since is measured anew', async () => {
  const dir = await begin()
  await backUp(dir, titles.slice(0, 2), { prune: true })
  await backUp(dir, titles)
  await expectRightGain(dir)
})
