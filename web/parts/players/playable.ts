import type { Row } from '../../../src/api/contract.ts'
import { coverAddress, fileAddress } from '../archives/archive-addresses.ts'

/** One kept file of a list, to be heard in its turn. */
export interface PlayItem {
  /** Of its row: unique in its list. */
  readonly key: string
  readonly title: string
  readonly artists: readonly string[]
  readonly album?: string
  /** Below the API. */
  readonly sound: string
  readonly cover: string
}

/** What is played: the kept files of a list, in the list's order. */
export interface PlayList {
  /** Where its rows are looked at: `jobs/<id>` or `archives/<id>/playlists/<folder>`. */
  readonly view: string
  readonly name: string
  readonly items: readonly PlayItem[]
  /** Rows that have no file to be heard. */
  readonly missing: number
}

/** Of rows in any order; what is not kept is left out, and counted. */
export function listPlayable(
  rows: readonly Row[],
  {
    view,
    name,
    archive,
  }: { readonly view: string; readonly name: string; readonly archive: string },
): PlayList {
  const tracks = rows.filter(({ state }) => state !== 'skipped')
  const items = tracks
    .filter(isPlayable)
    .toSorted((a, b) => a.position - b.position)
    .map(({ key, title, artists, album, file }) => ({
      key,
      title,
      artists,
      album,
      sound: fileAddress(archive, file),
      cover: coverAddress(archive, file),
    }))
  return { view, name, items, missing: tracks.length - items.length }
}

/** Its file is in the archive; that of a dry run is not. */
export const isPlayable = (row: Row): row is Row & { readonly file: string } =>
  row.file !== undefined && (row.state === 'kept' || row.state === 'already-kept')
