import type { Preview } from '../../../../src/api/contract.ts'

type Lists = Preview['lists']

/** What of an input is backed up. */
export interface ListSelection {
  readonly lists: Lists
  /** Their names, each once; undefined where all are wanted. */
  readonly only: readonly string[] | undefined
  readonly tracks: number
}

/** Playlists go by their names: two of the same name are wanted or not together. */
export function selectLists(lists: Lists, unwanted: ReadonlySet<string>): ListSelection {
  const chosen = lists.filter(({ name }) => !unwanted.has(name))
  return {
    lists: chosen,
    only: chosen.length === lists.length ? undefined : [...new Set(chosen.map(({ name }) => name))],
    tracks: chosen.reduce((sum, { tracks }) => sum + tracks, 0),
  }
}
