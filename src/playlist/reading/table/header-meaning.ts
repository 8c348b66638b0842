import { columnNamed, type ExportifyColumn } from './exportify-headers.ts'
import {
  ADDED_WORDS,
  ADDRESS_WORDS,
  ALBUM_WORDS,
  ARTIST_WORDS,
  DURATION_WORDS,
  ELSE_WORDS,
  ID_WORDS,
  NUMBER_WORDS,
  OTHER_WORDS,
  PERSON_WORDS,
  PLAYLIST_WORDS,
  RELEASE_WORDS,
  TITLE_WORDS,
  YEAR_WORDS,
} from './header-words.ts'

/** What a column holds, as its header says. */
export type Meaning =
  | 'title'
  | 'artist'
  | 'album'
  | 'album-artist'
  | 'duration'
  /** A length, or the time of day. */
  | 'time'
  | 'isrc'
  | 'uri'
  | 'id'
  | 'year'
  | 'added'
  | 'playlist'
  /** Whether the row is a track, an album, an artist. */
  | 'type'
  /** How long it was listened to, and when: of a listening history. */
  | 'played'
  | 'listened'
  /** Of the row, the track or the disc. */
  | 'number'
  /** Who may be the artist: an uploader, an author. */
  | 'person'
  /** Artist and title in one cell, in this order or the other. */
  | 'artist-title'
  | 'title-artist'
  /** Something else that is known. */
  | 'other'

/** Letters that are none of another with a mark, by Unicode. */
const STROKED: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
}

const OF_EXPORTIFY: { readonly [Name in ExportifyColumn]?: Meaning } = {
  title: 'title',
  artists: 'artist',
  album: 'album',
  duration: 'duration',
  isrc: 'isrc',
  uri: 'uri',
  date: 'year',
  addedAt: 'added',
  albumArtists: 'album-artist',
  disc: 'number',
  number: 'number',
  artistUris: 'other',
  albumArtistUris: 'other',
}

/** Names that are said by their whole, in words that mean something else within others. */
const WHOLE: readonly (readonly [Meaning, RegExp])[] = [
  ['title', /^(?:name|track|song|title|recording|nummer)$/],
  ['artist', /^(?:creator|track creator|by)$/],
  ['album', /^(?:release name|record)$/],
  ['duration', /^(?:(?:track|song|total|play) time|ms|seconds|millis(?:econds)?)$/],
  ['time', /^(?:time|zeit|tiempo|temps|tempo totale|czas|cas|время|時間|时间|시간)$/],
  ['uri', /^(?:spotify id|video)$/],
  ['type', /^(?:item |entity |media )?(?:type|kind|typ|tipo|тип|类型)$/],
  [
    'listened',
    /^(?:ts|uts|utc time|end time|(?:played|listened|scrobbled|heard|watched) (?:at|on)|scrobble (?:time|date))$/,
  ],
  ['year', /^(?:album |release |original release )?date$/],
  [
    'other',
    /^(?:favou?rites?|favoriten?|loved|liked|hearted)$|^(?:added|requested|submitted|uploaded|hinzugefugt|ajoute) (?:by|von|par)$|last (?:played|listened)/,
  ],
]

const PLAYED =
  /^(?:(?:ms|secs?|seconds|mins?|minutes|milliseconds|time) (?:played|listened)|play duration(?: milliseconds)?|listening (?:time|duration))$/
const CLOCK =
  /(?:^| )(?:start|end|begin|cue|stop|air)(?= ).* (?:time|at)$|^(?:time code|timecode|cue)$/

/** The rest, the first that fits: what narrows a meaning comes before what it narrows. */
const RULES: readonly (readonly [Meaning, RegExp])[] = [
  ['isrc', /(?:^| )isrc(?: |$)/],
  ['number', compile(NUMBER_WORDS)],
  ['added', compile(ADDED_WORDS)],
  ['playlist', compile(PLAYLIST_WORDS)],
  ['other', compile(OTHER_WORDS)],
  ['duration', compile(DURATION_WORDS)],
]
const ADDRESS = compile(ADDRESS_WORDS)
const ID = compile(ID_WORDS)
const ELSE = compile(ELSE_WORDS)
const ALBUM = compile(ALBUM_WORDS)
const ARTIST = compile(ARTIST_WORDS)
const TITLE = compile(TITLE_WORDS)
const YEAR = compile(YEAR_WORDS)
const PERSON = compile(PERSON_WORDS)
const RELEASE = compile(RELEASE_WORDS)

/** What the header of a column says it holds; nothing where no word of it is known. */
export function meaningOf(cell: string): Meaning | undefined {
  if (memory.has(cell)) return memory.get(cell)
  if (memory.size > MAX_REMEMBERED) memory.clear()
  const meaning = findMeaning(cell)
  memory.set(cell, meaning)
  return meaning
}

/** The cells of the first rows are looked at again and again. */
const MAX_REMEMBERED = 10_000
const memory = new Map<string, Meaning | undefined>()

function findMeaning(cell: string): Meaning | undefined {
  if (cell.length > 100) return undefined
  const known = columnNamed(cell)
  if (known) return OF_EXPORTIFY[known]
  const name = foldHeader(cell)
  if (name === '') return undefined
  const whole = WHOLE.find(([, pattern]) => pattern.test(name))
  if (whole) return whole[0]
  if (PLAYED.test(name)) return 'played'
  if (CLOCK.test(name)) return 'other'
  if (ADDRESS.test(name)) return ELSE.test(name) ? 'other' : 'uri'
  if (ID.test(name)) return ELSE.test(name) ? 'other' : 'id'
  const rule = RULES.find(([, pattern]) => pattern.test(name))
  return rule ? rule[0] : meaningOfNames(cell, name)
}

function meaningOfNames(cell: string, name: string): Meaning | undefined {
  const artist = ARTIST.exec(name)
  if (artist && ALBUM.test(name)) return 'album-artist'
  if (YEAR.test(name) && !artist) return 'year'
  if (ALBUM.test(name)) return 'album'
  const title = TITLE.exec(name.replace(artist?.[0].trim() ?? '', ' ').trim())
  if (artist && title && /[-–—/&,|+]| (?:by|and|und|et|y|e|von) /.test(cell.trim()))
    return name.indexOf(title[0].trim()) < name.indexOf(artist[0].trim())
      ? 'title-artist'
      : 'artist-title'
  if (artist) return 'artist'
  if (PERSON.test(name)) return 'person'
  return title ? 'title' : undefined
}

/** True for a word that only lists of releases have. */
export const isOfRelease = (cell: string) => RELEASE.test(foldHeader(cell))

/** Words that say nothing by themselves. */
const NEUTRAL =
  /^(?:\d+|\p{L}|of|the|for|in|at|on|by|is|de|du|da|do|del|della|der|des|die|la|le|el|di|van|of)$/u

/** True where most words of a cell are such as headers are made of: a name may have one of them among others. */
export function isHeaderCell(cell: string): boolean {
  if (cell.length > 60) return false
  const words = foldHeader(cell)
    .split(' ')
    .filter((word) => word !== '' && !NEUTRAL.test(word))
  const known = words.filter((word) => meaningOf(word) !== undefined)
  return known.length > words.length / 2 && meaningOf(cell) !== undefined
}

/** Words in lower case without marks, one space between them; `artistName` is two. */
export function foldHeader(cell: string): string {
  return unmark(cell.slice(0, 100).replaceAll(/(\p{Ll}|\p{Lo}|\d)(\p{Lu})/gu, '$1 $2'))
    .toLowerCase()
    .replaceAll(/[#№]/g, ' $& ')
    .replaceAll(/[^\p{L}\p{M}\p{N}#№]+/gu, ' ')
    .trim()
}

function unmark(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll(/[łŁøØđĐı]/g, (letter) => STROKED[letter] ?? letter)
}

/** One pattern of many words. */
function compile(words: string): RegExp {
  const all = [...words.matchAll(/"([^"]+)"|(\S+)/g)].map(
    ([, phrase, word]) => phrase ?? word ?? '',
  )
  const sources = all.map((word) => {
    const bare = unmark(word.replaceAll('*', '')).toLowerCase()
    const start = word.startsWith('*') ? '' : '(?:^| )'
    const end = word.endsWith('*') ? '' : '\\d*(?: |$)'
    // Han and the like are written without spaces: a star within stands for anything.
    return start + bare + end
  })
  return new RegExp(sources.join('|'), 'u')
}
