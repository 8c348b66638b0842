import type { Row } from '../../../../src/api/contract.ts'
import { type Group, groupOf, groups } from '../../../parts/rows/groups.ts'
import { foldText } from '../../../parts/text/fold.ts'

export const sortKeys = ['position', 'title', 'artist', 'outcome'] as const
export type SortKey = (typeof sortKeys)[number]

export interface Selection {
  /** Absent: all of them. */
  readonly group?: Group
  /** Why they are not kept, by the reason's code. */
  readonly reason?: string
  /** What the user has typed: rows that hold every word of it, in title, artist or album. */
  readonly search: string
  readonly sort: SortKey
  readonly descending: boolean
}

/** The rows to show, in their order. `language` decides how names are sorted. */
export function selectRows(
  rows: readonly Row[],
  { group, reason, search, sort, descending }: Selection,
  language: string,
): readonly Row[] {
  const words = foldText(search).split(' ').filter(Boolean)
  const shown = rows.filter(
    (row) =>
      (group === undefined || groupOf(row.state) === group) &&
      (reason === undefined || row.reason?.code === reason) &&
      words.every((word) => textOf(row).includes(word)),
  )
  return shown.toSorted(orderBy(sort, descending, language))
}

/** A row's text, folded once: rows that do not change keep their identity. */
const folded = new WeakMap<Row, string>()

function textOf(row: Row): string {
  const known = folded.get(row)
  if (known !== undefined) return known
  const text = foldText([row.title, ...row.artists, row.album ?? ''].join('\n'))
  folded.set(row, text)
  return text
}

type RowComparator = (one: Row, other: Row) => number

/** Rows without a name stand last either way; equals keep the playlist's order. */
function orderBy(sort: SortKey, descending: boolean, language: string): RowComparator {
  const sign = descending ? -1 : 1
  const byPosition: RowComparator = (one, other) => one.position - other.position
  if (sort === 'position') return (one, other) => sign * byPosition(one, other)
  if (sort === 'outcome')
    return (one, other) => sign * (rankOf(one) - rankOf(other)) || byPosition(one, other)
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const nameOf = (row: Row) => (sort === 'title' ? row.title : (row.artists[0] ?? ''))
  return (one, other) => {
    const [left, right] = [nameOf(one), nameOf(other)]
    if (left === '' || right === '')
      return Number(left === '') - Number(right === '') || byPosition(one, other)
    return sign * compare(left, right) || byPosition(one, other)
  }
}

const rankOf = ({ state }: Row) => groups.indexOf(groupOf(state))
