import { type Reason, reason } from '../../../model/reason.ts'
import { hashName } from '../../query/name-key.ts'
import { separatorOf, splitCells } from '../csv.ts'
import { openFile, readLines } from '../lines.ts'
import { type ArtistBatch, ArtistBatcher, type ListedArtist, textOf } from './artist.ts'

/** What columns are called, in small letters without spaces, hyphens and underscores. */
const COLUMNS = {
  id: ['id', 'artistid', 'artistmbid', 'mbid'],
  artist: ['artist', 'name', 'artistname'],
  aliases: ['aliases', 'alias', 'othernames', 'othername', 'alsoknownas', 'aka', 'namevariations'],
} as const

type Field = keyof typeof COLUMNS
type ArtistFields = Readonly<Partial<Record<Field, unknown>>>

const fieldOf = (column: string): Field | undefined => {
  const plain = column.toLowerCase().replaceAll(/[\s_-]/g, '')
  const fields = Object.keys(COLUMNS) as Field[]
  return fields.find((field) => (COLUMNS[field] as readonly string[]).includes(plain))
}

/** A table of one's own, with a header: one row an artist, or one an alias. */
export async function* readTable(path: string, signal: AbortSignal): AsyncGenerator<ArtistBatch> {
  const open = openFile(path, signal)
  const batch = new ArtistBatcher()
  let header: Header | undefined
  let row = 0
  for await (const lines of readLines(open.chunks)) {
    for (const line of lines) {
      row++
      if (line.trim() === '') continue
      if (header) batch.add(row, readRow(line, header))
      else header = findHeader(line)
    }
    yield batch.take(open.bytesRead)
  }
}

interface Header {
  readonly separator: string
  readonly columns: readonly string[]
}

/** The columns of a first line that names artists and aliases. */
export function findHeader(line: string): Header | undefined {
  const separator = separatorOf(line)
  const columns = (splitCells(line, separator) ?? []).map((cell) => cell.trim())
  const fields = columns.map(fieldOf)
  return fields.includes('artist') && fields.includes('aliases')
    ? { separator, columns }
    : undefined
}

function readRow(line: string, { separator, columns }: Header): ListedArtist | Reason {
  const cells = splitCells(line, separator)
  if (cells === undefined) return reason('catalogue.row-quote-open')
  if (cells.length > columns.length)
    return reason('catalogue.row-too-many-cells', { cells: cells.length, columns: columns.length })
  return makeArtist(readFields(cells.map((cell, at) => [columns[at] ?? '', cell])))
}

/** The first column of each kind counts. */
export function readFields(cells: readonly (readonly [string, unknown])[]): ArtistFields {
  const fields: Partial<Record<Field, unknown>> = {}
  for (const [column, value] of cells) {
    const field = fieldOf(column)
    if (field !== undefined) fields[field] ??= value
  }
  return fields
}

export function makeArtist({ id, artist, aliases }: ArtistFields): ListedArtist | Reason {
  const name = textOf(artist)
  const hash = name === undefined ? undefined : hashName(name)
  if (name === undefined || hash === undefined) return reason('catalogue.row-no-artist')
  // Without an id, the name tells whose further rows are.
  return { id: textOf(id) ?? `name ${hash}`, names: [name, ...listOf(aliases)], projects: [] }
}

/** A list as JSON has it, or a cell: a JSON list, or split at semicolons and bars; commas belong to names. */
function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value))
    return value
      .map((each) => textOf(isNamed(each) ? each.name : each))
      .filter((text) => text !== undefined)
  const cell = textOf(value)
  if (cell === undefined) return []
  if (cell.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(cell)
      if (Array.isArray(list)) return listOf(list)
    } catch {
      // A name in brackets, then.
    }
  }
  return listOf(cell.split(/[;|]/))
}

const isNamed = (value: unknown): value is { readonly name: unknown } =>
  typeof value === 'object' && value !== null && 'name' in value
