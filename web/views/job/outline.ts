import type { ListEntry, Row } from '../../../src/api/contract.ts'

/** A line of the list of all tracks: a playlist's name, or one of its rows. */
export type OutlineItem =
  | { readonly kind: 'head'; readonly list: ListEntry }
  | { readonly kind: 'row'; readonly row: Row }

/** All playlists of a run below one another, each under its name where there are several. */
export interface Outline {
  readonly length: number
  at(index: number): OutlineItem | undefined
  /** Of the first row that satisfies it; -1 where none does. */
  find(wanted: (row: Row) => boolean): number
}

interface ListPart {
  readonly list: ListEntry
  readonly rows: readonly Row[]
  /** Where it begins, its name included. */
  readonly start: number
}

/** Copies nothing: it is made anew with every frame. */
export function outlineOf(
  lists: readonly ListEntry[],
  rowsOf: (list: number) => readonly Row[],
): Outline {
  const heads = lists.length > 1 ? 1 : 0
  const parts: ListPart[] = []
  let length = 0
  for (const list of lists) {
    const rows = rowsOf(list.list)
    parts.push({ list, rows, start: length })
    length += heads + rows.length
  }
  return {
    length,
    at(index) {
      const part = index >= 0 && index < length ? partAt(parts, index) : undefined
      if (!part) return undefined
      const within = index - part.start - heads
      if (within < 0) return { kind: 'head', list: part.list }
      const row = part.rows[within]
      return row && { kind: 'row', row }
    },
    find(wanted) {
      for (const { rows, start } of parts) {
        const within = rows.findIndex(wanted)
        if (within >= 0) return start + heads + within
      }
      return -1
    },
  }
}

/** The last part that begins at the index or before it, by halving. */
function partAt(parts: readonly ListPart[], index: number): ListPart | undefined {
  let low = 0
  let high = parts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((parts[middle]?.start ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return parts[low]
}
