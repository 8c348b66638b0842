import type { Playlist } from '../../../model/playlist.ts'
import { reason, textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { baseOf, folderOf, nameOf } from '../../reading/names/file-name.ts'
import { readCsv } from '../../reading/table/csv.ts'
import { decodeEntities } from '../../reading/xml/html-entities.ts'

/**
 * Google Play Music in Google's Takeout: a folder for each playlist, in it `Metadata.csv` and a folder with a file for
 * each track, which says its place. Words are escaped as for HTML. The folder of all tracks is the library.
 */
export const googlePlayMusic: PlaylistFormat = {
  name: 'google-play-music',
  title: textReason('Google Play Music (Takeout)'),
  recognise: (input) => (kindOf(input) ? 1 : 0),
  read: (input) => readAll([input]),
  count: (input) => countAll([input]),
  together: {
    includes: (input) =>
      kindOf(input) !== undefined || (input.path ? IN_EXPORT.test(input.path) : false),
    read: readAll,
    count: countAll,
  },
}

/** A file for each track: behind its header a row that ends in length, rating, plays, what is removed, and its place. */
function countAll(inputs: readonly FormatInput[]): number {
  const track = /[\r\n].*,"?\d*"?,"?\d*"?,"?\d*"?,[^,\r\n]*(?:,"?\d*"?)?\s*$/
  return inputs.filter(({ text }) => track.test(text.slice(0, 20_000))).length
}

/** Radio stations and the like lie beside the playlists. */
const IN_EXPORT = /(?:^|\/)Takeout\/Google Play Mus[^/]*\//i

const TRACK = 'title,album,artist,duration (ms),rating,play count,removed'
const METADATA = 'title,owner,description,shared,deleted'

function kindOf({ text, name, path = '' }: FormatInput): 'track' | 'metadata' | undefined {
  const head = text.slice(0, 2000)
  const first = /^[^\r\n]*/.exec(head)?.[0].replaceAll('"', '').trim().toLowerCase() ?? ''
  if (first === METADATA) return 'metadata'
  if (first === TRACK || first === `${TRACK},playlist index`) return 'track'
  if (!/\.csv$/i.test(name) || text.length > 20_000 || path.split('/').length < 3) return undefined
  // In another language: by its shape alone.
  const [header, row, ...more] = [...readCsv(text)].map(({ cells }) => cells)
  if (!header || !row || more.length > 0 || header.length !== row.length) return undefined
  const isNumber = (index: number) => /^\d+$/.test(row[index] ?? '')
  if (row.length >= 7 && row.length <= 8 && isNumber(3) && isNumber(4) && isNumber(5))
    return 'track'
  return row.length === 5 && /^m[eé]ta/i.test(name) ? 'metadata' : undefined
}

interface PlayTrack {
  readonly row: ReadRow
  /** From 0; nothing in the library. */
  readonly index: number | undefined
}

function readAll(inputs: readonly FormatInput[]): readonly Playlist[] {
  const metadata = new Map<string, readonly string[]>()
  for (const input of inputs)
    if (kindOf(input) === 'metadata') metadata.set(folderOf(input.path ?? ''), cellsOf(input))
  const lists = new Map<string, PlayTrack[]>([...metadata.keys()].map((folder) => [folder, []]))
  const others: string[] = []
  for (const input of inputs) {
    const kind = kindOf(input)
    if (kind === undefined) others.push(input.name)
    if (kind !== 'track') continue
    const folder = listFolder(folderOf(input.path ?? ''), metadata)
    lists.set(folder, [...(lists.get(folder) ?? []), readTrack(cellsOf(input))])
  }
  const notes =
    others.length > 0
      ? [reason('playlist.other-files', { count: others.length, names: others.slice(0, 5) })]
      : []
  return [...lists].map(([folder, tracks], index) => {
    const [title = '', , description = ''] = metadata.get(folder) ?? []
    const fallbackName = baseOf(folder).replaceAll(/_(amp|lt|gt|quot|#\d{1,5})_/g, (_, code) =>
      decodeEntities(`&${code};`),
    )
    const ordered = tracks.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
    return buildPlaylist(
      {
        format: 'google-play-music',
        name: decodeEntities(title),
        fallbackName:
          fallbackName ||
          (inputs.length === 1 && inputs[0] && nameOf(inputs[0])) ||
          'Google Play Music',
        description: decodeEntities(description),
        notes: index === 0 ? notes : [],
      },
      ordered.map(({ row }) => row),
    )
  })
}

/** The tracks lie a folder below their playlist's metadata; those without any are the library, or liked. */
function listFolder(folder: string, metadata: ReadonlyMap<string, unknown>): string {
  const parent = folderOf(folder)
  const isLibrary = /^(?:tracks|titel|titres|pistas|canciones|brani|faixas|nummers)$/i.test(
    baseOf(folder),
  )
  return metadata.has(parent) || isLibrary ? parent : folder
}

const cellsOf = ({ text }: FormatInput): readonly string[] => {
  const [, row] = readCsv(text)
  return row?.cells ?? []
}

function readTrack(cells: readonly string[]): PlayTrack {
  const [title = '', album = '', artist = '', durationMs, , plays, removed = '', place = ''] = cells
  const index = /^\d{1,9}$/.test(place) ? Number(place) : undefined
  if (removed !== '')
    return { row: skipRow(decodeEntities(title), reason('playlist.removed')), index }
  return {
    index,
    row: {
      kind: 'track',
      title: decodeEntities(title),
      artists: [decodeEntities(artist)],
      album: decodeEntities(album),
      durationMs,
      plays,
    },
  }
}
