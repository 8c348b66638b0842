/** One recording as a metadata release tells it. What is not known is undefined. */
export interface MetadataRow {
  /** Stays over releases: `<source>:<id there>`. */
  readonly id: string
  /** All artists as credited, with `; ` between them. Rows are sorted by the first one, then by album and title. */
  readonly artistCredit: string
  readonly title: string
  readonly album?: string
  readonly durationMs?: number
  readonly year?: number
  readonly isrc?: string
  /** Comparable within one source only. */
  readonly popularity?: number
  /** Who says all this: a source's name. */
  readonly provenance: string
  /** The page of the recording there. */
  readonly url?: string
  /** Of the recording, not of this row: SPDX where there is one. Undefined where nothing is known of it. */
  readonly licence?: string
  readonly licenceUrl?: string
  /** True where whoever has the rights is known to have reserved text and data mining. */
  readonly tdmReserved: boolean
  /** SHA-256 of the archived file, in lower-case hexadecimal. */
  readonly sha256?: string
}

export interface MetadataColumn {
  readonly name: string
  readonly field: keyof MetadataRow
  readonly type: 'STRING' | 'INT32' | 'BOOLEAN'
  readonly isRequired?: true
  /** Lengths apart from letters, or differences only, where that takes less room than a dictionary of values. */
  readonly encoding?: 'DELTA_LENGTH_BYTE_ARRAY' | 'DELTA_BYTE_ARRAY' | 'DELTA_BINARY_PACKED'
  /** Has its least and greatest values for each page, so that a reader passes over what cannot fit. */
  readonly isIndexed?: true
  readonly meaning: string
}

const LETTERS = { encoding: 'DELTA_LENGTH_BYTE_ARRAY' } as const

/** The data dictionary: from it come the Parquet schema, the fields of the JSON lines, and what is written of them. */
export const columns: readonly MetadataColumn[] = [
  column('artist_credit', 'artistCredit', 'STRING', 'all artists, with "; " between them', {
    isRequired: true,
    isIndexed: true,
    encoding: 'DELTA_BYTE_ARRAY',
  }),
  column('title', 'title', 'STRING', 'as its source has it', { isRequired: true, ...LETTERS }),
  column('album', 'album', 'STRING', 'one release that it is on', { encoding: 'DELTA_BYTE_ARRAY' }),
  column('duration_ms', 'durationMs', 'INT32', 'milliseconds', { encoding: 'DELTA_BINARY_PACKED' }),
  column('year', 'year', 'INT32', 'of the first release that is known'),
  column(
    'isrc',
    'isrc',
    'STRING',
    'International Standard Recording Code, without hyphens',
    LETTERS,
  ),
  column('id', 'id', 'STRING', 'stays over releases: the source and its own id', {
    isRequired: true,
    encoding: 'DELTA_BYTE_ARRAY',
  }),
  column('popularity', 'popularity', 'INT32', 'higher is better known; within one source only'),
  column('provenance', 'provenance', 'STRING', 'who says all this', { isRequired: true }),
  column('url', 'url', 'STRING', 'the page of the recording at its source'),
  column('licence', 'licence', 'STRING', 'of the recording: SPDX where there is one'),
  column('licence_url', 'licenceUrl', 'STRING', 'where the licence’s text stands'),
  column('tdm_reserved', 'tdmReserved', 'BOOLEAN', 'text and data mining is known to be reserved', {
    isRequired: true,
  }),
  column('sha256', 'sha256', 'STRING', 'of the archived file, in hexadecimal'),
]

function column(
  name: string,
  field: keyof MetadataRow,
  type: MetadataColumn['type'],
  meaning: string,
  more: Pick<MetadataColumn, 'isRequired' | 'isIndexed' | 'encoding'> = {},
): MetadataColumn {
  return { name, field, type, meaning, ...more }
}

/** Rows in the order of a release. */
export const sortKeyOf = ({ artistCredit, album = '', title, id }: MetadataRow) =>
  [artistCredit.split('; ', 1)[0], album, title, id].join('\0')

/** A row as a line of JSON, fields named as the columns; what is not known is left out. */
export function writeRow(row: MetadataRow): string {
  const named = columns.map(({ name, field }) => [name, row[field]] as const)
  return JSON.stringify(Object.fromEntries(named.filter(([, value]) => value !== undefined)))
}

export function readRow(line: string): MetadataRow {
  const named: Readonly<Record<string, unknown>> = JSON.parse(line)
  const fields = columns.map(({ name, field }) => [field, named[name]])
  return Object.fromEntries(fields) as unknown as MetadataRow
}
