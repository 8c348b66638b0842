import { asRecord, asText, type JsonObject } from '../../../base/json.ts'
import { reason } from '../../../model/reason.ts'
import { type ReadRow, skipRow } from '../entries.ts'
import { lengthToMs } from '../length.ts'
import { isAudioFile } from '../location.ts'
import { splitArtistTitle } from '../names/artist-title.ts'
import { readServiceLink } from '../services/service-link.ts'

/** What people and programs call the fields of a track, in lower case and without what parts words; the likeliest first. */
const NAMES = {
  title:
    'title,name,itemtitle,tracktitle,trackname,songtitle,songname,track,song,titel,titre,titulo',
  artists:
    'artists,artist,primaryartists,artistnames,artistname,trackartists,trackartist,performers,performer,singers,singer,band,albumartist,interpret,artiste,artista,bandname,ar,grandparenttitle',
  author: 'author,creator,uploader,channel,user',
  album: 'album,albumname,albumtitle,release,releasename,releasetitle,al,parenttitle',
  milliseconds: 'durationms,dt,lengthms,durationinmillis,trackduration,tracktimemillis',
  seconds: 'durationseconds,durationsec,durations,lengthseconds,lengthsec,interval',
  length: 'duration,length,time,runtime,playtime',
  isrc: 'isrc',
  year: 'year,releaseyear,releasedate,date',
  trackNumber: 'tracknumber,trackno,trackposition,tracknum',
  discNumber: 'discnumber,disknumber,discno',
  link: 'uri,url,link,itemurl,trackuri,trackurl,spotifyuri,spotifyurl,permalinkurl,webpageurl,externalurls,externalurl,href',
  video: 'videoid,ytid,youtubeid',
  path: 'path,file,filepath,location,filename',
  addedAt: 'addedat,dateadded,added,createdat',
  plays: 'plays,playcount',
} as const

type Field = keyof typeof NAMES
const FIELDS = new Map<string, readonly [Field, number]>(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(',').map((name, rank) => [name, [field as Field, rank]] as const),
  ),
)

/** The values of an object by what they are, whatever they are called; the likeliest name of each counts. */
function fieldsOf(object: JsonObject): Partial<Record<Field, unknown>> {
  const found = new Map<Field, { readonly rank: number; readonly value: unknown }>()
  for (const [key, value] of Object.entries(object).slice(0, 200)) {
    const known = FIELDS.get(key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))
    if (!known || value === null || value === '' || (Array.isArray(value) && value.length === 0))
      continue
    const [field, rank] = known
    if (field === 'title' && typeof value !== 'string') continue
    if (rank < (found.get(field)?.rank ?? Number.POSITIVE_INFINITY))
      found.set(field, { rank, value })
  }
  return Object.fromEntries([...found].map(([field, { value }]) => [field, value]))
}

/** Where services put the track itself: Spotify's items, Apple's resources, Relay's edges. */
const WRAPPERS = [
  'track',
  'item',
  'song',
  'node',
  'attributes',
  'video',
  'recording',
  'media',
  'track_metadata',
]

/** The object that names a track, with what the object around it says besides; nothing where none does. */
export function findTrackObject(value: unknown): JsonObject | undefined {
  const object = asRecord(value)
  for (const wrapper of WRAPPERS) {
    const inner = asRecord(object[wrapper])
    if (isTrackObject(inner)) return { ...object, ...inner }
  }
  return isTrackObject(object) ? object : undefined
}

/** A title alone may be anything's; an author has books too. */
function isTrackObject(object: JsonObject): boolean {
  if (LISTS.some((key) => Array.isArray(object[key]))) return false
  const { title, artists, album, isrc, video, link, milliseconds, seconds, path } = fieldsOf(object)
  if (title === undefined) return false
  if (namesIn(artists).length > 0) return true
  const file = typeof path === 'string' && isAudioFile(path) ? path : undefined
  return [album, isrc, video, milliseconds, seconds, file, linkIn(link)].some(
    (each) => each !== undefined,
  )
}

/** What holds tracks is an album or a playlist. */
const LISTS = ['tracks', 'songs', 'items', 'entries']

/** The row of such an object. `inMs`: a length without a unit is in milliseconds. */
export function readTrackObject(object: JsonObject, inMs: boolean): ReadRow {
  const fields = fieldsOf(object)
  const ofAlbum = asRecord(fields.album)
  const named = namesIn(fields.artists ?? ofAlbum.artists ?? ofAlbum.artist)
  // Who has put it up may be anybody: names in the title come first.
  const parted = named.length > 0 ? undefined : splitArtistTitle(asText(fields.title)).artist
  const artists = named.length > 0 || parted ? named : namesIn(fields.author).map(bareChannel)
  if (typeof object.type === 'string' && /^(?:episode|podcast|show)/i.test(object.type))
    return skipRow(fields.title, reason('playlist.podcast-episode'))
  const album = asRecord(fields.album)
  const split = artists.length > 0 ? undefined : splitArtistTitle(asText(fields.title))
  return {
    kind: 'track',
    title: split?.title ?? fields.title,
    artists: split ? [split.artist] : artists,
    album: typeof fields.album === 'string' ? fields.album : (album.name ?? album.title),
    durationMs: lengthOf(fields, inMs),
    date: yearIn(fields.year) ?? yearIn(album.release_date),
    isrc: fields.isrc ?? asRecord(object.external_ids).isrc,
    trackNumber: fields.trackNumber,
    discNumber: fields.discNumber,
    uri: linkIn(fields.link) ?? videoLink(fields.video) ?? spotifyLink(object),
    path: [fields.path, fields.link].find(
      (each) =>
        typeof each === 'string' &&
        !/^https?:/i.test(each) &&
        (each === fields.path || isAudioFile(each)),
    ),
    addedAt:
      typeof fields.addedAt === 'string' && /^\d{4}-\d\d-\d\d/.test(fields.addedAt)
        ? fields.addedAt
        : undefined,
    plays: fields.plays,
    note: split?.artist ? reason('playlist.artist-from-title') : undefined,
  }
}

/** A length that has no unit beside it, as it stands: of many of them the unit can be told. */
export const bareLengthOf = (object: JsonObject): number | undefined => {
  const { length } = fieldsOf(object)
  const number =
    typeof length === 'string' && /^\d+(?:\.\d+)?$/.test(length) ? Number(length) : length
  return typeof number === 'number' && number > 0 ? number : undefined
}

function lengthOf(fields: Partial<Record<Field, unknown>>, inMs: boolean): unknown {
  if (fields.milliseconds !== undefined) return fields.milliseconds
  const seconds = Number(asText(fields.seconds))
  if (seconds > 0) return seconds * 1000
  const { length } = fields
  if (typeof length === 'number') return inMs ? length : length * 1000
  if (typeof length !== 'string') return undefined
  return inMs && /^\d+(?:\.\d+)?$/.test(length) ? Number(length) : lengthToMs(length)
}

/** Names as a text, an object with a name, or a list of either. A text of several is left whole: `match` parts it. */
function namesIn(value: unknown): readonly string[] {
  // Some part those who sing from those who join in.
  const main = asRecord(value).primary
  const given = Array.isArray(main) ? main : value
  return (Array.isArray(given) ? given.slice(0, 200) : [given]).flatMap((each) => {
    const name =
      typeof each === 'string'
        ? each
        : (asRecord(each).name ?? asRecord(each).title ?? asRecord(each).username)
    return typeof name === 'string' && name.trim() !== '' ? [name] : []
  })
}

/** The channel of an artist, as YouTube names it. */
const bareChannel = (name: string) => name.replace(/ - Topic$|(?<=\S)VEVO$/, '')

const yearIn = (value: unknown) =>
  (typeof value === 'number' || typeof value === 'string') &&
  /^[12]\d{3}(?:$|[-/.T])/.test(String(value))
    ? value
    : undefined

/** Only the address of a track is one: not that of a cover, an artist or an album. */
function linkIn(value: unknown): string | undefined {
  const texts = typeof value === 'string' ? [value] : Object.values(asRecord(value))
  for (const text of texts) {
    const link = typeof text === 'string' ? readServiceLink(text) : undefined
    if (link?.kind === 'track') return link.uri
  }
  return undefined
}

const videoLink = (id: unknown) =>
  typeof id === 'string' && /^[\w-]{11}$/.test(id)
    ? `https://www.youtube.com/watch?v=${id}`
    : undefined

function spotifyLink(object: JsonObject): string | undefined {
  const id = object.spotify_id ?? object.spotifyId ?? object.spotify_track_id
  return typeof id === 'string' && /^[A-Za-z0-9]{22}$/.test(id) ? `spotify:track:${id}` : undefined
}
