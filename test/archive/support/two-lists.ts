import { type Archive, openArchive } from '../../../src/archive/archive.ts'
import type { ArchivedFile } from '../../../src/model/archived-file.ts'
import type { Outcome, Report } from '../../../src/model/outcome.ts'
import type { Playlist } from '../../../src/model/playlist.ts'
import type { Track } from '../../../src/model/track.ts'
import { writeHistoryLine } from '../../../src/report/changes/history.ts'
import { renderJson } from '../../../src/report/json/report.ts'
import { keep, trackOf } from './sample.ts'

const [amber, basalt, cedar, dune] = ['Amber', 'Basalt', 'Cedar', 'Dune'].map((title, at) =>
  trackOf(title, { uri: `spotify:track:${at}` }),
) as [Track, Track, Track, Track]

export { amber, cedar }

/** Keeps a list as a backup does: the tracks given are kept, or found to be kept, those `missing` are not found. */
export async function keepList(
  archive: Archive,
  { name, id, uri }: Pick<Playlist, 'name' | 'id' | 'uri'>,
  tracks: readonly Track[],
  missing: readonly Track[] = [],
): Promise<void> {
  const entries = tracks.map((track, at) => ({ kind: 'track', position: at + 1, track }) as const)
  const playlist: Playlist = { id, name, uri, format: 'text', notes: [], entries }
  archive.noteList({ id, name, uri })
  const outcomes: Outcome[] = []
  for (const { position, track } of entries) {
    const isMissing = missing.includes(track)
    const known: ArchivedFile | undefined = archive.listFor(track)[0]
    if (isMissing) outcomes.push({ kind: 'not-found', position, track, reason: 'Not there.' })
    else {
      const kept = known ?? (await keep(archive, playlist, position, track.title.repeat(3000)))
      outcomes.push({ kind: known ? 'already-kept' : 'kept', position, track, kept, notes: [] })
    }
  }
  const at = new Date().toISOString()
  const run = { startedAt: at, finishedAt: at, stopped: false, dryRun: false }
  const report: Report = { playlist, outcomes, ...run, hosts: [], refusedRequests: [] }
  const folder = archive.folderOf(playlist)
  await archive.writeText(folder, 'report.json', renderJson(report))
  await archive.writeText(folder, 'playlist.m3u8', `#EXTM3U\n${name}\n`)
  const nothing = { moved: [], changed: [], withdrawn: [], returned: [] }
  const changes = {
    since: `2026-01-01T00:00:0${name.length}.000Z`,
    added: [],
    removed: entries.slice(0, 1),
    ...nothing,
  }
  await archive.appendText(folder, 'history.jsonl', writeHistoryLine(at, changes))
  await archive.checkpoint()
}

/** An archive with the list Stays (Amber, Basalt) and the list Gone (Basalt, Cedar, Dune, of which Dune is missing). */
export async function makeTwoLists(dir: string): Promise<void> {
  await using archive = await openArchive(dir)
  await keepList(archive, { id: 'stays', name: 'Stays' }, [amber, basalt])
  const gone = { id: 'spotify:playlist:gone', name: 'Gone', uri: 'spotify:playlist:gone' }
  await keepList(archive, gone, [basalt, cedar, dune], [dune])
}
