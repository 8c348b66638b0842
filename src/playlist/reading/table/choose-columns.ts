import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import { COLUMN_FIELDS, type ColumnField, type Columns } from './name-columns.ts'

/**
 * Columns as the user names them, `title=2,artist=3,album=Record`: by their place from 1, or by their
 * header. An artist may be named more than once. Throws UserError for what cannot be meant.
 */
export function chooseColumns(
  chosen: string,
  header: readonly string[],
): { readonly columns: Columns; readonly byHeader: boolean } {
  const artists: number[] = []
  const single: { -readonly [Field in keyof Columns['single']]: number } = {}
  let byHeader = false
  for (const part of chosen.split(',')) {
    const [, name = '', value = ''] = /^\s*([a-z]+)\s*=\s*(.*?)\s*$/i.exec(part) ?? []
    const field = COLUMN_FIELDS.find((each) => each === name.toLowerCase())
    if (!field) throw unknownField(name || part.trim())
    const place = findColumn(value, header)
    byHeader ||= !/^\d+$/.test(value)
    if (field === 'artist') artists.push(place)
    else single[field] = place
  }
  if (single.title === undefined && single.uri === undefined)
    throw new UserError(
      reason('playlist.columns-without-title'),
      reason('playlist.columns-example'),
    )
  return { columns: { artists, single, milliseconds: false }, byHeader }
}

function findColumn(value: string, header: readonly string[]): number {
  const fold = (text: string) => text.normalize('NFC').trim().toLowerCase()
  const named = header.findIndex((cell) => fold(cell) === fold(value) && value !== '')
  if (named >= 0) return named
  const place = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (place >= 1 && place <= header.length) return place - 1
  throw new UserError(
    reason('playlist.no-such-column', { column: value.slice(0, 40) }),
    reason('playlist.columns-of-table', { count: header.length, ...showHeader(header) }),
  )
}

const unknownField = (name: string) =>
  new UserError(
    reason('playlist.no-such-field', { field: name.slice(0, 40) }),
    reason('playlist.columns-fields', { fields: COLUMN_FIELDS }),
  )

const MAX_SHOWN = 20

/** As much of a header as a sentence shows. */
export const showHeader = (header: readonly string[]) => ({
  header: header.slice(0, MAX_SHOWN).map((cell) => cell.trim().slice(0, 30)),
  more: header.length > MAX_SHOWN,
})

/** What was taken for what, in the words of `--columns`. */
export function describeColumns({ artists, single }: Columns): string {
  const parts: [ColumnField, number][] = [
    ...Object.entries(single).map(([field, at]): [ColumnField, number] => [
      field as ColumnField,
      at,
    ]),
    ...artists.map((at): [ColumnField, number] => ['artist', at]),
  ]
  const order = ([field]: [ColumnField, number]) => COLUMN_FIELDS.indexOf(field)
  return parts
    .toSorted((a, b) => order(a) - order(b))
    .map(([field, at]) => `${field}=${at + 1}`)
    .join(',')
}
