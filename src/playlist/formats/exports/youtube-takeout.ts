import type { Playlist } from '../../../model/playlist.ts'
import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countLines } from '../../reading/count/lines.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import {
  addressOfList,
  kindOf,
  listIds,
  listNames,
  readSongs,
  readVideos,
  type Song,
} from '../../reading/services/takeout.ts'

/**
 * YouTube and YouTube Music in Google's Takeout, in any language: a table of video ids for each playlist, and one of
 * the songs of the library, which names those that are in both. https://support.google.com/accounts/answer/3024190.
 */
export const youtubeTakeout: PlaylistFormat = {
  name: 'youtube-takeout',
  title: reason('playlist.format-youtube-takeout'),
  recognise: (input) => {
    const kind = kindOf(input)
    return kind === 'videos' || kind === 'songs' ? 0.95 : 0
  },
  read: (input) => readAll([input]),
  count: (input) => countAll([input]),
  together: {
    includes: (input) => kindOf(input) !== undefined || IN_EXPORT.test(input.path ?? ''),
    read: readAll,
    count: countAll,
  },
}

/** Rows that begin with the id of a video, or with its address. */
function countAll(inputs: readonly FormatInput[]): number {
  const video = /^"?(?:https?:\/\/\S{10,100}|[\w-]{11})"? *,/
  return inputs.reduce((sum, { text }) => sum + countLines(text, (line) => video.test(line)), 0)
}

/** Comments, subscriptions and the like. */
const IN_EXPORT = /(?:^|\/)Takeout\/[^/]*YouTube[^/]*\//i

function readAll(inputs: readonly FormatInput[]): readonly Playlist[] {
  const of = (kind: ReturnType<typeof kindOf>) => inputs.filter((input) => kindOf(input) === kind)
  const libraries = of('songs').map((input) => ({ input, songs: readSongs(input.text) }))
  const songs = new Map(libraries.flatMap((each) => each.songs.map((song) => [song.uri, song])))
  const names = new Set(of('lists').flatMap(({ text }) => listNames(text)))
  const ids = new Map(of('lists').flatMap(({ text }) => [...listIds(text)]))
  const others = inputs.filter(
    (input) => !['songs', 'videos', 'lists'].includes(kindOf(input) ?? ''),
  )
  const notes =
    others.length > 0
      ? [
          reason('playlist.other-files', {
            count: others.length,
            names: others.slice(0, 5).map(({ name }) => name),
          }),
        ]
      : []
  const lists = of('videos').map((input) => {
    const { name, id, videos } = readVideos(input.text)
    const called = name ?? nameOfList(input, names)
    return build(
      input,
      called,
      videos.map((video) => rowOf(video, songs)),
      addressOfList(id ?? ids.get(called ?? nameOf(input))),
    )
  })
  const library = libraries.map((each) => build(each.input, undefined, each.songs.map(rowOfSong)))
  const [first, ...rest] = [...lists, ...library]
  if (!first)
    throw new UserError(reason('playlist.no-known-playlist', { input: inputs[0]?.name ?? '' }))
  return [{ ...first, notes: [...first.notes, ...notes] }, ...rest]
}

const build = (
  input: FormatInput,
  name: string | undefined,
  rows: readonly ReadRow[],
  uri?: string,
): Playlist =>
  buildPlaylist({ format: 'youtube-takeout', name, fallbackName: nameOf(input), uri }, rows)

/** `Road-videos.csv` is the playlist “Road”, whatever the word behind it is. */
function nameOfList(input: FormatInput, names: ReadonlySet<string>): string | undefined {
  const stem = nameOf(input)
  const bare = /^(.+)-[^-]{3,20}$/.exec(stem)?.[1]
  if (bare === undefined || names.has(stem)) return undefined
  return names.has(bare) || /-(?:v[ií]d[eé]os?|видео|動画|동영상|视频|影片)$/i.test(stem)
    ? bare
    : undefined
}

function rowOf(
  video: { readonly uri: string; readonly addedAt: string },
  songs: ReadonlyMap<string, Song>,
): ReadRow {
  const song = songs.get(video.uri)
  return song
    ? { ...rowOfSong(song), addedAt: video.addedAt }
    : skipRow(video.uri, reason('playlist.link-only', { service: 'YouTube' }), video.uri)
}

const rowOfSong = ({ title, artists, album, uri }: Song) =>
  ({ kind: 'track', title, artists, album, uri }) as const
