import { readPlaylistFolders } from '../../archive/files/reports.ts'
import { readReport } from '../../report/json/read-report.ts'
import type { ExportedPlaylist } from '../../report/playlists/writer.ts'
import type { Words } from '../../words/words.ts'

export interface OutgoingPlaylist {
  readonly folder: string
  /** Called as its list is now, which may have been renamed since its report was written. */
  readonly playlist: ExportedPlaylist
  /** False where another name or id was asked for. */
  readonly isWanted: boolean
}

/** The playlists of an archive on their way out, one in memory at a time. `fileOf` says how a path of it is written. */
export async function* readOutgoing(
  archive: string,
  only: string | undefined,
  fileOf: (path: string) => string,
  words: Words,
): AsyncGenerator<OutgoingPlaylist> {
  for await (const { folder, list, report } of readPlaylistFolders(archive)) {
    const read = report === undefined ? undefined : readReport(report, fileOf, words)
    if (!read) continue
    const playlist = { ...read, name: list?.name ?? read.name }
    const isWanted = only === undefined || playlist.name === only || list?.id === only
    yield { folder, playlist, isWanted }
  }
}
