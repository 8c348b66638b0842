import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchivedPlaylist } from '../../../api/contract.ts'
import type { FoundFolder } from '../../../archive/files/reports.ts'
import { describePlaylist, parseReport } from '../archived-report.ts'

/** What the library says of a playlist by its report alone, and the paths of its files. */
export interface ToldPlaylist {
  readonly playlist: Omit<ArchivedPlaylist, 'bytes'>
  readonly files: readonly string[]
}

/** Playlists as they were read last: of hundreds, only those whose reports have changed are read again. */
export class PlaylistCache {
  readonly #known = new Map<
    string,
    { readonly stamp: string; readonly told: ToldPlaylist | undefined }
  >()

  /** Undefined where there is no report, or one that cannot be read. */
  async read(dir: string, { folder, report }: FoundFolder): Promise<ToldPlaylist | undefined> {
    if (!report) return undefined
    const key = join(dir, folder)
    const known = this.#known.get(key)
    if (known?.stamp === report.stamp) return known.told
    const told = tell(folder, await readFile(report.path, 'utf8'))
    this.#known.set(key, { stamp: report.stamp, told })
    return told
  }
}

function tell(folder: string, text: string): ToldPlaylist | undefined {
  const report = parseReport(text)
  if (!report) return undefined
  return {
    playlist: describePlaylist(folder, report, undefined),
    files: [...new Set([...report.rows.values()].flatMap(({ row }) => row.file ?? []))],
  }
}
