import { openArchive } from '../../../src/archive/archive.ts'
import type { Outcome, Report } from '../../../src/model/outcome.ts'
import type { Playlist } from '../../../src/model/playlist.ts'
import { renderJson } from '../../../src/report/json/report.ts'
import { trackOf } from '../../archive/support/sample.ts'

/** Adds so many lists to an archive as a backup leaves them: `List 1` to `List 300`, of which each has some tracks missing. */
export async function addManyLists(dir: string, count: number): Promise<void> {
  await using archive = await openArchive(dir)
  const [file] = archive.list()
  for (let number = 1; number <= count; number++) {
    const id = `list-${number}`
    const name = `List ${number}`
    const tracks = Array.from({ length: 20 + (number % 7) }, (_, at) =>
      trackOf(`Title ${number}.${at}`),
    )
    const entries = tracks.map((track, at) => ({ kind: 'track', position: at + 1, track }) as const)
    const playlist: Playlist = { id, name, format: 'text', notes: [], entries }
    const outcomes = entries.map(
      ({ position, track }): Outcome =>
        file && position > number % 5
          ? { kind: 'already-kept', position, track, kept: file, notes: [] }
          : { kind: 'not-found', position, track, reason: 'Not there.' },
    )
    const at = new Date(Date.UTC(2026, 0, 1 + number)).toISOString()
    const run = { startedAt: at, finishedAt: at, stopped: false, dryRun: false }
    const report: Report = { playlist, outcomes, ...run, hosts: [], refusedRequests: [] }
    archive.noteList({ id, name })
    await archive.writeText(archive.folderOf(playlist), 'report.json', renderJson(report))
  }
  await archive.checkpoint()
}
