import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import type { BackupRequest } from '../../src/model/backup/request.ts'
import { probeFile } from '../../src/tags/read/probe-file.ts'
import { readFileTags, writeTags } from '../../src/tags/write/write-tags.ts'
import { readInventory } from '../archive/support/inspect.ts'
import { never, openStudio } from '../media/studio.ts'
import { startBackup } from '../support/backup.ts'
import { makeTempDir, startProgram } from '../support/program.ts'
import { makeTune } from '../support/sound.ts'

const studio = openStudio()

/** Titles and their albums; tracks of one album stand apart in the list. */
const songs = [
  ['Amber', 'Stones'],
  ['Cedar', 'Woods'],
  ['Dune', ''],
  ['Basalt', 'Stones'],
  ['Elm', 'Woods'],
  ['Flint', 'Stones'],
] as const

async function begin() {
  const dir = await makeTempDir()
  await mkdir(join(dir, 'Music'))
  for (const [seed, [title]] of songs.entries())
    await writeFile(join(dir, 'Music', `The Testers - ${title}.wav`), makeTune(2, seed))
  await writeList(dir, songs)
  return dir
}

const writeList = (dir: string, rows: readonly (readonly [string, string])[]) =>
  writeFile(
    join(dir, 'list.csv'),
    [
      'Title,Artist,Album',
      ...rows.map(([title, album]) => `${title},The Testers,${album}`),
      '',
    ].join('\n'),
  )

const hashOnDisk = async (dir: string, path: string) =>
  createHash('sha256')
    .update(await readFile(join(dir, 'Keep', path)))
    .digest('hex')

/** Runs a backup and compares each file with what is told of it: at that moment, and when all is done. */
async function watch(dir: string, more: Partial<BackupRequest> = {}, stopAfter = Infinity) {
  const stop = new AbortController()
  const told: ArchivedFile[] = []
  let outcomes: readonly unknown[] = []
  for await (const event of startBackup(dir, more, stop.signal)) {
    if (event.kind === 'report')
      outcomes = event.report.outcomes.flatMap((one) => ('kept' in one ? [one.kept] : []))
    if (event.kind !== 'outcome' || !('kept' in event.outcome)) continue
    const { kept } = event.outcome
    expect(await hashOnDisk(dir, kept.path), kept.path).toBe(kept.sha256)
    told.push(kept)
    if (told.length === stopAfter) stop.abort()
  }
  const lines = new Map((await readInventory(join(dir, 'Keep'))).map((one) => [one.path, one]))
  const report = JSON.parse(await readFile(join(dir, 'Keep/list/report.json'), 'utf8'))
  const reported = new Map<string, string>()
  for (const { kept } of report.outcomes) if (kept) reported.set(kept.path, kept.sha256)
  for (const { path, sha256 } of told) {
    expect(await hashOnDisk(dir, path), path).toBe(sha256)
    expect(lines.get(path)?.sha256, path).toBe(sha256)
    expect(reported.get(path), path).toBe(sha256)
  }
  expect(new Set(outcomes)).toEqual(new Set(told))
  return told
}

/** Of each album, the loudness that its files tell. */
async function gainsByAlbum(dir: string, told: readonly ArchivedFile[]) {
  const gains = new Map<string, Set<number | undefined>>()
  for (const { path } of told) {
    const { album = '', albumGainDb } = (await probeFile(join(dir, 'Keep', path))).tags
    gains.set(album, (gains.get(album) ?? new Set()).add(albumGainDb))
  }
  return gains
}

describe('what is told of a file is what lies on the disk, then and at the end', () => {
  test('in a first run, and where tracks are added to albums that are kept already', async () => {
    const dir = await begin()
    await writeList(dir, songs.slice(0, 3))
    expect(await watch(dir)).toHaveLength(3)
    await writeList(dir, songs)
    const told = await watch(dir)
    expect(told).toHaveLength(songs.length)
    for (const gains of (await gainsByAlbum(dir, told)).values()) expect(gains.size).toBe(1)
  })

  test('where the files alone know their albums', async () => {
    const dir = await begin()
    for (const [title, album] of songs) {
      const wav = join(dir, 'Music', `The Testers - ${title}.wav`)
      const bare = studio.path(`${title}.flac`)
      const job = { input: wav, output: bare, args: ['-f', 'flac'], timeLimitMs: 60_000 }
      expect((await studio.ffmpeg.run(job, never)).code).toBe(0)
      const file = await readFileTags(bare, 'flac')
      const tags = { ...file.tags, title, artists: ['The Testers'], album: album || undefined }
      const target = join(dir, 'Music', `${title}.flac`)
      await writeTags({ source: bare, target }, file, tags, never)
      await writeFile(wav, '')
    }
    await writeList(
      dir,
      songs.map(([title]) => [title, '']),
    )
    const told = await watch(dir, { format: 'flac', quality: 'V0' })
    expect(told).toHaveLength(songs.length)
    const gains = await gainsByAlbum(dir, told)
    expect([...gains.keys()].toSorted()).toEqual(['', 'Stones', 'Woods'])
    for (const each of gains.values()) expect(each.size).toBe(1)
  })

  test('where the run is stopped in the middle; the next one ends it', async () => {
    const dir = await begin()
    const told = await watch(dir, { jobs: 1 }, 1)
    expect(told.length).toBeLessThan(songs.length)
    const all = await watch(dir)
    expect(all).toHaveLength(songs.length)
    for (const gains of (await gainsByAlbum(dir, all)).values()) expect(gains.size).toBe(1)
  })

  test('where the process is killed', async () => {
    const dir = await begin()
    const args = ['backup', join(dir, 'list.csv'), '-l', join(dir, 'Music')]
    const { child, ended } = startProgram(
      [...args, '-i', join(dir, 'Keep'), '--json'],
      join(dir, 'cache'),
    )
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('"kind":"outcome"')) child.kill('SIGKILL')
    })
    await ended
    const events = said.split('\n').filter((line) => line.includes('"kind":"outcome"'))
    for (const line of events.filter((each) => each.endsWith('}'))) {
      const { kept } = JSON.parse(line).outcome
      expect(await hashOnDisk(dir, kept.path), kept.path).toBe(kept.sha256)
    }
    expect(await watch(dir)).toHaveLength(songs.length)
  })
})
