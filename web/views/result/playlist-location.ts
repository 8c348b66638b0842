import type { ListEntry } from '../../../src/api/contract.ts'

/** Where a view's playlist lies, as far as that is known yet. */
export interface PlaylistLocation {
  /** An archive's id. */
  readonly archive?: string
  /** The playlist's folder in it; absent while nothing of the playlist is written. */
  readonly folder?: string
  /** The run that is looked at. */
  readonly job?: string
}

/** Of `jobs/<id>`, whose archive is the job's to tell, or `archives/<id>/playlists/<folder>`. */
export function locatePlaylist(
  view: string,
  report: ListEntry['report'],
  archive: string | undefined,
): PlaylistLocation {
  const [room, first = '', , second = ''] = view.split('/').map(decodeURIComponent)
  if (room === 'archives') return { archive: first, folder: second }
  const folder = folderOf(report?.html ?? report?.playlist)
  return {
    job: first,
    archive,
    folder,
  }
}

/** `Road/report.html` lies in `Road`. */
function folderOf(path: string | undefined): string | undefined {
  const end = path?.lastIndexOf('/') ?? -1
  return end > 0 ? path?.slice(0, end) : undefined
}
