import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Archives } from '../../../src/app/archives/archives.ts'
import { archiveId, rememberArchive } from '../../../src/app/archives/known-archives.ts'
import { readEnvironment } from '../../../src/app/environment.ts'
import { AllowedFolders } from '../../../src/app/settings/allowed-folders.ts'
import { openArchive } from '../../../src/archive/archive.ts'
import { renderJson } from '../../../src/report/json/report.ts'
import { keep, playlistOf, trackOf } from '../../archive/support/sample.ts'
import { useTemporary } from '../../archive/support/temporary.ts'
import { makeCorrectTools } from '../../support/correct-tools.ts'

const place = useTemporary()
const list = playlistOf('Mix', [trackOf('One'), trackOf('Two')])

/** Somebody else's archive: its report says that the second file is at this path. */
async function make(path: string) {
  await mkdir(join(place.root, 'outside'))
  for (const name of ['secret.mp3', 'outside/secret.mp3'])
    await writeFile(join(place.root, name), 'secret')
  {
    await using archive = await openArchive(place.dir)
    const kept = await keep(archive, list, 1)
    const { track } = kept
    const forged = { ...kept, path, track: trackOf('Two') }
    const outcomes = [
      { kind: 'kept', position: 1, track, kept, notes: [] },
      { kind: 'kept', position: 2, track: forged.track, kept: forged, notes: [] },
    ] as const
    const at = '2026-11-29T10:00:00.000Z'
    const run = { startedAt: at, finishedAt: at, stopped: false, dryRun: false, hosts: [] }
    const text = renderJson({ playlist: list, outcomes, ...run, refusedRequests: [] })
    await archive.writeText('Mix', 'report.json', text)
    await archive.checkpoint()
  }
  await writeFile(join(place.dir, 'private.mp3'), 'private')
  await symlink(join(place.root, 'secret.mp3'), join(place.dir, 'Mix/link.mp3'))
  await symlink(join(place.root, 'outside'), join(place.dir, 'Mix/linked'))
  const environment = { ...readEnvironment({}), dataDir: join(place.root, 'data') }
  await rememberArchive(environment, place.dir)
  const folders = new AllowedFolders([place.dir])
  return new Archives(environment, folders, makeCorrectTools(environment, folders))
}

const ways = [
  '/etc/passwd',
  '../secret.mp3',
  'Mix/../../secret.mp3',
  'Mix\\..\\..\\secret.mp3',
  'private.mp3',
  'inventory.jsonl',
  '.songkeep/inventory.jsonl',
  'Mix/link.mp3',
  'Mix/linked/secret.mp3',
  'Mix/../private.mp3',
  '',
]

test.each(ways)('a report that names %j gives away nothing but what is kept', async (path) => {
  const archives = await make(path)
  const id = archiveId(place.dir)
  const names = (await archives.listFiles(id, 'Mix')).map(({ name }) => name)
  expect(names).toEqual(['Mix/01 Artist - One.mp3', 'Mix/report.json'])
  await expect(archives.openFile(id, path)).rejects.toThrow()
  const { text } = await archives.export(id, 'Mix', 'm3u8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines.filter((line) => /^\/|\.\./.test(line))).toEqual([])
  expect(lines).toContain('Mix/01 Artist - One.mp3')
})

test.each(['../Mix', '/etc', '.songkeep', 'Mix/..', ''])(
  'no list lies in the folder %j',
  async (folder) => {
    const archives = await make('x.mp3')
    await expect(archives.listFiles(archiveId(place.dir), folder)).rejects.toThrow()
  },
)
