import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { prune, stateOfReport } from '../../src/backup/prune.ts'
import type { ArchivedFile } from '../../src/model/archived-file.ts'
import type { Outcome, Report } from '../../src/model/outcome.ts'
import type { Entry, Playlist } from '../../src/model/playlist.ts'
import { textReason } from '../../src/model/reason.ts'
import type { Track } from '../../src/model/track.ts'
import { comparePlaylists } from '../../src/report/changes/compare.ts'
import { writeHistoryLine } from '../../src/report/changes/history.ts'
import { renderJson } from '../../src/report/json/report.ts'
import { keep, playlistOf, recordingOf, trackOf } from '../archive/support/sample.ts'
import { useTemporary } from '../archive/support/temporary.ts'

const place = useTemporary()
const [one, two, three] = [trackOf('One'), trackOf('Two'), trackOf('Three')]
const emptied: Entry = {
  kind: 'skipped',
  position: 2,
  text: '',
  reason: textReason('Empty.'),
  withdrawn: true,
}

/** What a backup of these entries would have reported: tracks that are kept, by their titles, and the rest. */
function reportOf(
  name: string,
  entries: readonly (Track | Entry)[],
  kept: readonly ArchivedFile[],
): Report {
  const rows = entries.map((entry, at): Entry => {
    const position = at + 1
    return 'kind' in entry ? { ...entry, position } : { kind: 'track', position, track: entry }
  })
  const outcomes = rows.map((entry): Outcome => {
    if (entry.kind === 'skipped') return entry
    const { position, track } = entry
    const own = kept.find((each) => each.track.title === track.title)
    return own
      ? { kind: 'already-kept', position, track, kept: own, notes: [] }
      : { kind: 'not-found', position, track, reason: 'Not there.' }
  })
  const playlist: Playlist = { name, format: 'text', notes: [], entries: rows }
  const at = new Date().toISOString()
  const run = { startedAt: at, finishedAt: at, stopped: false, dryRun: false }
  return { playlist, outcomes, ...run, hosts: [], refusedRequests: [] }
}

async function record(archive: Archive, report: Report) {
  const folder = archive.folderOf(report.playlist)
  await archive.writeText(folder, 'report.json', renderJson(report))
  await archive.checkpoint()
}

/** An archive that has kept One, Two and Three for the playlist Mix. */
async function begin() {
  const archive = await openArchive(place.dir)
  const list = playlistOf('Mix', [one, two, three])
  const kept: ArchivedFile[] = []
  for (const { position } of list.entries) kept.push(await keep(archive, list, position))
  await record(archive, reportOf('Mix', [one, two, three], kept))
  return { archive, kept }
}

const moved = (event: Awaited<ReturnType<typeof prune>>) =>
  event.kind === 'pruned'
    ? event.pruned.moved.map((path) => path.replace(/.* - (.*)\.mp3/, '$1'))
    : event

async function pruneMix(
  archive: Archive,
  kept: readonly ArchivedFile[],
  ...entries: readonly (Track | Entry)[]
) {
  const report = reportOf('Mix', entries, kept)
  await record(archive, report)
  return moved(await prune([stateOfReport(report)], archive, { dryRun: false }))
}

describe('what is pruned, and what is not', () => {
  test('what the playlist has no more', async () => {
    const { archive, kept } = await begin()
    await using _ = archive
    expect(await pruneMix(archive, kept, one)).toEqual(['Two', 'Three'])
  })

  test('a track in another playlist of the archive stays, backed up now or long ago', async () => {
    const { archive, kept } = await begin()
    await using _ = archive
    await record(archive, reportOf('Other', [two], kept))
    expect(await pruneMix(archive, kept, one)).toEqual(['Three'])
  })

  test('a playlist that was renamed on its service is not wanted under its old name, too', async () => {
    const { archive, kept } = await begin()
    await using _ = archive
    const named = (name: string, entries: readonly Track[]) => {
      const report = reportOf(name, entries, kept)
      return { ...report, playlist: { ...report.playlist, uri: 'spotify:playlist:1' } }
    }
    await record(archive, named('Mix', [one, two, three]))
    const renamed = named('Best Mix', [one])
    await record(archive, renamed)
    const event = await prune([stateOfReport(renamed)], archive, { dryRun: false })
    expect(moved(event)).toEqual(['Two', 'Three'])
  })

  test('a file that another entry uses for the same recording stays', async () => {
    const { archive, kept } = await begin()
    await using _ = archive
    const other = trackOf('Quite another name')
    const report = reportOf('Mix', [one, other], kept)
    const shared = kept.find(({ track }) => track.title === 'Two')
    const outcomes = report.outcomes.map(
      (outcome): Outcome =>
        outcome.position === 2 && shared
          ? { kind: 'already-kept', position: 2, track: other, kept: shared, notes: [] }
          : outcome,
    )
    await record(archive, { ...report, outcomes })
    const event = await prune([stateOfReport({ ...report, outcomes })], archive, { dryRun: false })
    expect(moved(event)).toEqual(['Three'])
  })

  test('the same song of an entry that has no file now stays; another artist’s does not', async () => {
    const { archive, kept } = await begin()
    await using _ = archive
    const version = trackOf('Two (Remastered 2011)', { album: 'Best Of' })
    const foreign = trackOf('Three', { artists: ['Somebody Else'], album: 'Theirs' })
    const without = kept.filter(({ track }) => track.title !== 'Three')
    expect(await pruneMix(archive, without, one, version, foreign)).toEqual(['Three'])
  })

  test('a track in another quality, and a row that only its address names, stay', async () => {
    const archive = await openArchive(place.dir)
    await using _ = archive
    const named = trackOf('One', { uri: 'spotify:track:1' })
    const list = playlistOf('Mix', [named, two])
    const kept = [
      await keep(archive, list, 1),
      await keep(archive, list, 2, 'another', recordingOf('9')),
      await keep(archive, list, 2, 'again another', recordingOf('10')),
    ]
    const link: Entry = {
      kind: 'skipped',
      position: 1,
      text: 'spotify:track:1',
      reason: textReason('A link.'),
      uri: 'spotify:track:1',
    }
    expect(await pruneMix(archive, kept, link, two)).toEqual([])
  })

  test('what went as rows came that nothing names stays: nobody can tell which is which', async () => {
    const { archive, kept } = await begin()
    await using _ = archive
    const before = reportOf('Mix', [one, two, three], kept)
    const after = reportOf('Mix', [one, emptied], kept)
    const changes = comparePlaylists(before.playlist.entries, after.playlist.entries)
    const line = writeHistoryLine(after.finishedAt, { since: before.finishedAt, ...changes })
    await archive.appendText('Mix', 'history.jsonl', line)
    expect(await pruneMix(archive, kept, one, emptied)).toEqual([])
    expect(await pruneMix(archive, kept, one)).toEqual(['Two', 'Three'])
  })
})

describe('not sure which tracks are wanted: nothing is pruned, and why', () => {
  const refused = async (change: (report: Report) => Report) => {
    const { archive, kept } = await begin()
    await using _ = archive
    const report = change(reportOf('Mix', [one], kept))
    const event = await prune([stateOfReport(report)], archive, { dryRun: false })
    expect(archive.list()).toHaveLength(3)
    return event
  }

  test.each([
    ['stopped', 'backup.prune-backup-stopped', (report: Report) => ({ ...report, stopped: true })],
    [
      'possibly cut',
      'backup.prune-partial',
      (report: Report) => ({ ...report, playlist: { ...report.playlist, partial: true as const } }),
    ],
    [
      'empty',
      'backup.prune-no-tracks',
      (report: Report) => ({ ...report, playlist: { ...report.playlist, entries: [] } }),
    ],
  ] as const)('%s', async (_, code, change) => {
    expect(await refused(change)).toEqual({
      kind: 'not-pruned',
      reason: { code, params: { playlist: 'Mix' } },
    })
  })

  test('another playlist was cut when it was last read', async () => {
    const { archive, kept } = await begin()
    await using _ = archive
    const other = reportOf('Other', [two], kept)
    await record(archive, { ...other, playlist: { ...other.playlist, partial: true } })
    expect(await pruneMix(archive, kept, one)).toMatchObject({
      reason: { code: 'backup.prune-partial', params: { playlist: 'Other' } },
    })
  })

  test('the first backup of another playlist was killed before it had a report', async () => {
    const { archive, kept } = await begin()
    const list = playlistOf('Killed', [trackOf('Four')])
    await keep(archive, list, 1)
    await archive[Symbol.asyncDispose]()
    await using reopened = await openArchive(place.dir)
    expect(await pruneMix(reopened, kept, one)).toMatchObject({
      reason: { code: 'backup.prune-unreadable-report', params: { folder: 'Killed' } },
    })
    await rm(join(place.dir, 'Killed'), { recursive: true })
    expect(await pruneMix(reopened, kept, one)).toEqual(['Two', 'Three'])
  })

  test('a dry run tells what would be pruned, of an archive that it only reads', async () => {
    const { archive, kept } = await begin()
    await archive[Symbol.asyncDispose]()
    await using looking = await openArchive(place.dir, { readOnly: true })
    const event = await prune([stateOfReport(reportOf('Mix', [one], kept))], looking, {
      dryRun: true,
    })
    expect(moved(event)).toEqual(['Two', 'Three'])
    expect(event).toMatchObject({ kind: 'pruned', dryRun: true })
    expect(looking.list()).toHaveLength(3)
  })
})
