import { UserError } from '../../../words/user-error.ts'
import { COLUMN_FIELDS, type ColumnField, type Columns } from './name-columns.ts'

const EXAMPLE = 'For example: --columns title=2,artist=3'

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
    throw new UserError('--columns does not say which column is the title.', EXAMPLE)
  return { columns: { artists, single, milliseconds: false }, byHeader }
}

function findColumn(value: string, header: readonly string[]): number {
  const fold = (text: string) => text.normalize('NFC').trim().toLowerCase()
  const named = header.findIndex((cell) => fold(cell) === fold(value) && value !== '')
  if (named >= 0) return named
  const place = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (place >= 1 && place <= header.length) return place - 1
  throw new UserError(
    `The table has no column “${value.slice(0, 40)}”.`,
    `It has ${header.length}: ${listColumns(header)}.`,
  )
}

const unknownField = (name: string) =>
  new UserError(
    `--columns does not know “${name.slice(0, 40)}”.`,
    `It knows ${COLUMN_FIELDS.join(', ')}. ${EXAMPLE}`,
  )

/** `1 “Song”, 2 “Singer”`, for a person. */
export function listColumns(header: readonly string[]): string {
  const shown = header.slice(0, 20).map((cell, at) => `${at + 1} “${cell.trim().slice(0, 30)}”`)
  return `${shown.join(', ')}${header.length > 20 ? ' …' : ''}`
}

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
