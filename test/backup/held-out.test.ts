import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { readHeldOut } from '../../src/backup/held-out.ts'
import { readPositions, writePositions } from '../../src/model/backup/positions.ts'
import type { Outcome, Report } from '../../src/model/outcome.ts'
import { reason } from '../../src/model/reason.ts'
import { renderJson } from '../../src/report/json/report.ts'
import { keep, playlistOf, trackOf } from '../archive/support/sample.ts'
import { useTemporary } from '../archive/support/temporary.ts'

const place = useTemporary()
const mix = (titles: string) =>
  playlistOf(
    'Mix',
    [...titles].map((title) => trackOf(title)),
  )

/** An archive in which nothing of `abcd` was found the last time. */
async function openAfter() {
  const archive = await openArchive(place.dir)
  const playlist = mix('abcd')
  await keep(archive, playlist, 1)
  const outcomes = playlist.entries.map((entry): Outcome => {
    if (entry.kind === 'skipped') return entry
    const { position, track } = entry
    return { kind: 'not-found', position, track, reason: reason('match.nothing-found') }
  })
  const at = new Date(0).toISOString()
  const run = { startedAt: at, finishedAt: at, stopped: false, dryRun: false }
  const report: Report = { playlist, outcomes, ...run, hosts: [], refusedRequests: [] }
  await archive.writeText(archive.folderOf(playlist), 'report.json', renderJson(report))
  return archive
}

test('all but the entries asked for are told as they were; another track in its place is looked for', async () => {
  await using archive = await openAfter()
  const now = mix('abXd')
  const held = await readHeldOut(now, archive.folderOf(now), '2', archive)
  expect([...held.keys()]).toEqual([1, 4])
  expect(held.get(4)).toMatchObject({ kind: 'not-found', reason: { code: 'match.nothing-found' } })
})

test('what is no list of numbers is refused, and without a last run nothing is held out', async () => {
  await using archive = await openArchive(place.dir)
  const now = mix('ab')
  await expect(readHeldOut(now, 'Mix', '2;x', archive)).rejects.toMatchObject({
    reason: { code: 'backup.entries-unreadable' },
  })
  expect((await readHeldOut(now, 'Mix', '2', archive)).size).toBe(0)
})

test.each([
  [[3], '3'],
  [[20, 3, 18, 17, 19], '3,17-20'],
  [[1, 2, 4], '1-2,4'],
])('numbers %j are %s', (numbers, text) => {
  expect(writePositions(numbers)).toBe(text)
  const read = readPositions(text)
  expect(Array.from({ length: 30 }, (_, at) => at).filter((at) => read?.has(at))).toEqual(
    numbers.toSorted((one, other) => one - other),
  )
})
