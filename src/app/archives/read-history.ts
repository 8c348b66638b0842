import { readPlaylistFolders, readTextLines } from '../../archive/files/reports.ts'
import type { Entry } from '../../model/playlist.ts'
import { type Departed, listDeparted } from '../../report/changes/departed.ts'
import {
  dropRetold,
  HISTORY,
  type HistoryLine,
  readHistoryLine,
} from '../../report/changes/history.ts'
import { readRecorded } from '../../report/changes/recorded.ts'
import { cleanLine } from '../../report/terminal/width.ts'
import { missingPlaylist } from './missing-playlist.ts'
import { requireArchive } from './require-archive.ts'

/** What an archive knows of one playlist over time. */
export interface PlaylistHistory {
  /** The list’s lasting id; absent where its report cannot be read and no line names it. */
  readonly id?: string
  /** Its name; that of its folder, where nothing names it. */
  readonly playlist: string
  /** When it was last backed up: ISO 8601, UTC. */
  readonly recordedAt?: string
  /** Runs that found it changed, the first one first. */
  readonly changes: readonly HistoryLine[]
  /** What left it and is not back, in the order it left. */
  readonly left: readonly Departed[]
  /** What the service names or plays no longer, though its row is still there. */
  readonly withdrawn: readonly Departed[]
  /** Lines of the history that could not be read, by number from 1. */
  readonly damagedLines: readonly number[]
}

/** Reads what is recorded of every playlist of an archive, or of the one of that name or id; writes nothing. */
export async function readHistory(dir: string, only?: string): Promise<readonly PlaylistHistory[]> {
  await requireArchive(dir)
  const all: PlaylistHistory[] = []
  const names: string[] = []
  for await (const { folder, list, report } of readPlaylistFolders(dir)) {
    const recorded = report === undefined ? undefined : readRecorded(report)
    const playlist = list?.name ?? recorded?.name ?? folder
    names.push(playlist)
    if (only !== undefined && playlist !== only && list?.id !== only) continue
    const { changes, damagedLines } = await readLines(dir, folder)
    const now: readonly Entry[] = recorded?.entries ?? []
    all.push({
      id: list?.id,
      playlist,
      recordedAt: recorded?.at,
      changes,
      ...listDeparted(changes, now),
      damagedLines,
    })
  }
  if (all.length > 0) return all
  throw missingPlaylist(only, names.map(cleanLine))
}

async function readLines(dir: string, folder: string) {
  const lines: HistoryLine[] = []
  const damagedLines: number[] = []
  let number = 0
  for await (const text of readTextLines(dir, folder, HISTORY)) {
    number++
    const line = text === undefined ? undefined : readHistoryLine(text)
    if (line) lines.push(line)
    else damagedLines.push(number)
  }
  return { changes: dropRetold(lines), damagedLines }
}
