import { columnNamed, type ExportifyColumn } from './exportify-headers.ts'

/** What a column of a table may hold; the names are those of `--columns`. */
export const COLUMN_FIELDS = [
  'title',
  'artist',
  'album',
  'duration',
  'isrc',
  'uri',
  'year',
  'added',
  'playlist',
] as const

export type ColumnField = (typeof COLUMN_FIELDS)[number]

/** Places of columns, from 0; an artist may have several. */
export interface Columns {
  readonly artists: readonly number[]
  readonly single: { readonly [Field in Exclude<ColumnField, 'artist'>]?: number }
  /** True when `duration` is in milliseconds, whatever it looks like. */
  readonly milliseconds: boolean
}

const ARTIST =
  /^(?:(?:track |song )?(?:artists?|creator)(?: ?name(?:s|\(s\))?)?(?: ?\d+)?|interpret(?:en)?|künstler|artistas?|artistes?|artisti?|artiest(?:en)?|performer|band|アーティスト|исполнитель|wykonawca)$/
const MILLISECONDS = /^(?:(?:track )?(?:duration|length)) ?(?:\(ms\)|ms|in ms)$/
const NAMES: Readonly<Record<Exclude<ColumnField, 'artist'>, RegExp>> = {
  title:
    /^(?:track ?(?:name|title)?|song ?(?:name|title)?|title|name|recording|titel|título|titre|titolo|titulo|曲名|название|tytuł)$/,
  album: /^(?:album ?(?:name|title)?|release(?: name)?|record|álbum|アルバム|альбом)$/,
  playlist: /^playlist ?(?:name|title)?$/,
  isrc: /^isrc(?: code)?$/,
  uri: /^(?:(?:song |track |spotify |video )?(?:uri|url|link)|video id|spotify ?- ?id)$/,
  duration:
    /^(?:(?:track )?(?:duration|length|time)(?: ?\((?:ms|s|sec|seconds)\)| ms| in ms)?|dauer|länge|durée|duración|durata|duração)$/,
  year: /^(?:year|date|release ?(?:date|year)|jahr|année|año|anno|ano)$/,
  added: /^(?:date added|added ?(?:at|on|date)?|playlist video creation timestamp)$/,
}

const OF_EXPORTIFY: { readonly [Name in ExportifyColumn]?: ColumnField } = {
  title: 'title',
  artists: 'artist',
  album: 'album',
  duration: 'duration',
  isrc: 'isrc',
  uri: 'uri',
  date: 'year',
  addedAt: 'added',
}

/** Which columns a header names, in the words of services and in Exportify's twelve languages. */
export function nameColumns(header: readonly string[]): Columns {
  const artists: number[] = []
  const single: { -readonly [Field in keyof Columns['single']]: number } = {}
  let milliseconds = false
  for (const [index, cell] of header.entries()) {
    const name = cell.slice(0, 100).trim().toLowerCase().replaceAll('_', ' ')
    const field = fieldNamed(name, cell)
    if (field === 'artist') artists.push(index)
    else if (field && single[field] === undefined) {
      single[field] = index
      if (field === 'duration') milliseconds = MILLISECONDS.test(name) || /\(ms\)$/.test(name)
    }
  }
  return { artists, single, milliseconds }
}

function fieldNamed(name: string, cell: string): ColumnField | undefined {
  if (ARTIST.test(name)) return 'artist'
  const field = (Object.keys(NAMES) as Exclude<ColumnField, 'artist'>[]).find((each) =>
    NAMES[each].test(name),
  )
  if (field) return field
  const column = columnNamed(cell)
  return column && OF_EXPORTIFY[column]
}

/** How many fields a header names. */
export const countNamed = ({ artists, single }: Columns) =>
  Object.keys(single).length + Math.min(artists.length, 1)
