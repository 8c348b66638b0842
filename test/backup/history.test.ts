import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHistory } from '../../src/app/archives/read-history.ts'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { recordChanges, restoreHistory } from '../../src/backup/history.ts'
import type { Outcome, Report } from '../../src/model/outcome.ts'
import type { Playlist } from '../../src/model/playlist.ts'
import { renderJson } from '../../src/report/json/report.ts'
import { keep, playlistOf, trackOf } from '../archive/support/sample.ts'
import { useTemporary } from '../archive/support/temporary.ts'

const place = useTemporary()
const tracksOf = (titles: string) => [...titles].map((title) => trackOf(title))
const mix = (titles: string): Playlist => playlistOf('Mix', tracksOf(titles))
const time = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute)).toISOString()

/** A backup of the playlist, as far as its history goes; killed before the new state is recorded, if asked. */
async function backUp(archive: Archive, given: Playlist, minute: number, killed = false) {
  const { playlist, changes } = await restoreHistory(given, archive)
  const folder = archive.folderOf(playlist)
  const at = time(minute)
  await recordChanges(folder, at, changes, archive)
  if (killed) return changes
  const outcomes = playlist.entries.map((entry): Outcome => {
    if (entry.kind === 'skipped') return entry
    const { position, track } = entry
    return { kind: 'not-found', position, track, reason: 'Not there.' }
  })
  const run = { startedAt: at, finishedAt: at, stopped: false, dryRun: false }
  const report: Report = { playlist, outcomes, ...run, hosts: [], refusedRequests: [] }
  await archive.writeText(folder, 'report.json', renderJson(report))
  return changes
}

async function history() {
  const [told] = await readHistory(place.dir)
  return told?.changes.map(({ since, at, added, removed }) => [
    since,
    at,
    added.length,
    removed.length,
  ])
}

/** There is no archive without a kept file. */
async function open() {
  const archive = await openArchive(place.dir)
  if (archive.list().length === 0) await keep(archive, mix('a'), 1)
  return archive
}

test('each state is compared with the one recorded last, and only changes are written down', async () => {
  await using archive = await open()
  expect(await backUp(archive, mix('ab'), 0)).toBeUndefined()
  expect(await backUp(archive, mix('ab'), 1)).toMatchObject({ since: time(0), added: [] })
  expect(await backUp(archive, mix('bcd'), 2)).toMatchObject({ since: time(1) })
  await backUp(archive, mix('cd'), 3)
  expect(await history()).toEqual([
    [time(1), time(2), 2, 1],
    [time(2), time(3), 0, 1],
  ])
})

test('killed between history and report, the change is told once, as the next run saw it', async () => {
  await using archive = await open()
  await backUp(archive, mix('ab'), 0)
  await backUp(archive, mix('abc'), 1, true)
  await backUp(archive, mix('abcd'), 2)
  expect(await history()).toEqual([[time(0), time(2), 2, 0]])
})

test('an input that may be cut, now or then, is compared with nothing', async () => {
  await using archive = await open()
  await backUp(archive, mix('abc'), 0)
  expect(await backUp(archive, { ...mix('ab'), partial: true }, 1)).toBeUndefined()
  expect(await backUp(archive, mix('abc'), 2)).toBeUndefined()
  expect(await backUp(archive, mix('ab'), 3)).toMatchObject({ removed: [{ position: 3 }] })
})

test('a report that is damaged, or another playlist’s, is no former state', async () => {
  await using archive = await open()
  await backUp(archive, mix('ab'), 0)
  const path = join(place.dir, 'Mix', 'report.json')
  for (const text of ['', '{"playlist":', '[]', '{"playlist":{"name":"Other"},"outcomes":[]}']) {
    await writeFile(path, text)
    expect(await restoreHistory(mix('b'), archive)).toEqual({ playlist: mix('b') })
  }
})
