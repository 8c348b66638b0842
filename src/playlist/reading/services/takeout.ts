import type { FormatInput } from '../../format.ts'
import { readCsv } from '../table/csv.ts'
import { readServiceLink } from './service-link.ts'

/** What a table of YouTube's Takeout holds: it is told by the cells, since headers are in the user's language. */
export type TakeoutKind = 'videos' | 'songs' | 'lists' | 'other'

const ID = /^[\w-]{11}$/
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/
const SAMPLE = 30

export function kindOf({ text }: FormatInput): TakeoutKind | undefined {
  if (/^\s{0,9}[{[<#]/.test(text) || !/^[^\r\n]{0,2000},/.test(text)) return undefined
  const rows: (readonly string[])[] = []
  for (const { cells } of readCsv(text.slice(0, 64 * 1024))) {
    rows.push(cells.map((cell) => cell.trim()))
    if (rows.length > SAMPLE) break
  }
  const [header = [], ...body] = rows.filter((cells) => cells.some(Boolean))
  if (body.length === 0 || header.some((cell) => ID.test(cell) && /\d/.test(cell))) return undefined
  const most = (test: (cells: readonly string[]) => boolean) =>
    body.filter(test).length >= body.length * 0.9
  const isVideo = ([id = '', time = '']: readonly string[]) => ID.test(id) && TIME.test(time)
  if (most(isVideo) || isTwoPart(header, body, isVideo)) return 'videos'
  if (
    header.length > 3 &&
    most(([id = '', title = '']) => videoOf(id) !== undefined && title !== '' && !TIME.test(title))
  )
    return body.length > 1 || /[\d_A-Z-]/.test(body[0]?.[0] ?? '') ? 'songs' : undefined
  if (most(([id = '']) => /^(?:PL[\w-]{11,}|LL|WL|FL|LM|HL)$/.test(id))) return 'lists'
  return most((cells) => cells.some((cell) => /^UC[\w-]{22}$/.test(cell))) ? 'other' : undefined
}

/** Until 2023: the playlist's own row, empty rows, and a second table of its videos. */
function isTwoPart(
  header: readonly string[],
  body: readonly (readonly string[])[],
  isVideo: (cells: readonly string[]) => boolean,
) {
  const [list = [], second = [], ...videos] = body
  return (
    header.length > 4 &&
    /^(?:PL|LL|FL|WL|UU)[\w-]*$/.test(list[0] ?? '') &&
    second.length > 0 &&
    videos.every(isVideo)
  )
}

const videoOf = (cell: string): string | undefined =>
  ID.test(cell)
    ? `https://www.youtube.com/watch?v=${cell}`
    : cell.startsWith('http') && readServiceLink(cell)?.service === 'YouTube'
      ? readServiceLink(cell)?.uri
      : undefined

export interface Video {
  readonly uri: string
  readonly addedAt: string
}

export function readVideos(text: string): {
  readonly name?: string
  /** The playlist's own. */
  readonly id?: string
  readonly videos: readonly Video[]
} {
  const videos: Video[] = []
  let name: string | undefined
  let listId: string | undefined
  for (const { cells } of readCsv(text)) {
    const [id = '', time = ''] = cells.map((cell) => cell.trim())
    if (ID.test(id) && TIME.test(time))
      videos.push({ uri: `https://www.youtube.com/watch?v=${id}`, addedAt: readTime(time) })
    // The title stands behind ids and times.
    else if (/^(?:PL|LL|FL|WL|UU)[\w-]*$/.test(id)) {
      listId ??= id
      name ??= cells.find(
        (cell, index) =>
          index > 0 && cell.trim() !== '' && !/^UC[\w-]{22}$/.test(cell) && !TIME.test(cell),
      )
    }
  }
  return { name, id: listId, videos }
}

/** `2023-03-07 05:54:43 UTC` in ISO's way. */
const readTime = (time: string) => time.replace(/ (?:UTC|Z)$/, 'Z').replace(' ', 'T')

export interface Song {
  readonly uri: string
  readonly title: string
  readonly album: string
  readonly artists: readonly string[]
}

/** Id or address, title, album, and a column for each artist. */
export function readSongs(text: string): readonly Song[] {
  const songs: Song[] = []
  for (const { cells } of readCsv(text)) {
    const [id = '', title = '', album = '', ...artists] = cells.map((cell) => cell.trim())
    const uri = videoOf(id)
    if (uri !== undefined) songs.push({ uri, title, album, artists: artists.filter(Boolean) })
  }
  return songs
}

/** The ids of playlists, by every cell of their rows: one of them is the title. */
export function listIds(text: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const { cells } of readCsv(text.slice(0, 1024 * 1024))) {
    const [id = '', ...others] = cells.map((cell) => cell.trim())
    // Two playlists of one title are told apart by nothing.
    if (isListId(id)) for (const cell of others) ids.set(cell, ids.has(cell) ? '' : id)
  }
  return ids
}

const isListId = (text: string) => /^PL[\w-]{11,}$/.test(text)

/** The address of a playlist that others can be asked for; none of those that are the user's alone (`LL`, `WL`). */
export const addressOfList = (id: string | undefined): string | undefined =>
  id !== undefined && isListId(id) ? `https://www.youtube.com/playlist?list=${id}` : undefined

/** Every cell of the table of playlists may be a title. */
export const listNames = (text: string): readonly string[] =>
  [...readCsv(text.slice(0, 1024 * 1024))].flatMap(({ cells }) =>
    cells.map((cell) => cell.trim()).filter(Boolean),
  )
