import type { Playlist } from '../../../model/playlist.ts'
import { type Reason, reason, textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { programList } from '../../reading/clean.ts'
import { walkTags } from '../../reading/count/tags.ts'
import { buildPlaylist, checkCount, type ReadRow, skipRow } from '../../reading/entries.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile } from '../../reading/names/named-by-file.ts'
import { parseXml, type XmlElement } from '../../reading/xml/xml.ts'

/** iTunes' and Apple Music's `Library.xml`, and an exported playlist: a property list of Tracks and Playlists. */
export const itunes: PlaylistFormat = {
  name: 'itunes',
  title: textReason('iTunes / Apple Music Library.xml'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    return /<plist[\s>]/.test(head) && /<key>(?:Tracks|Playlists)<\/key>/.test(head) ? 1 : 0
  },

  read(input) {
    const [top] = parseXml(input.text).children
    const library: Dict = top ? readDict(top) : new Map()
    const tracks = readTracks(library.get('Tracks'))
    const lists = (library.get('Playlists')?.children ?? []).map(readDict)
    // The library itself and the lists iTunes makes (Music, Films, Podcasts) are no playlists of anyone.
    // A folder repeats what the lists in it have.
    const own = lists.filter(
      (list) => list.has('Playlist Items') && !NO_LISTS.some((key) => list.has(key)),
    )
    if (own.length === 0) return [build(input, undefined, [...tracks.values()])]
    const itemsOf = (list: Dict) => list.get('Playlist Items')?.children ?? []
    checkCount(own.reduce((sum, list) => sum + itemsOf(list).length, 0))
    return own.map((list) => {
      const ids = itemsOf(list).map((item) => textIn(readDict(item), 'Track ID'))
      return build(
        input,
        list,
        ids.map((id) => tracks.get(id) ?? skipRow(id, reason('playlist.not-in-library'))),
      )
    })
  },

  count: ({ text }) => countItems(text),
}

/** The items of the user's own lists, or the tracks where there are none. */
function countItems(text: string): number {
  let [listed, tracks, items, isOwn, hasOwn] = [0, 0, 0, true, false]
  const finish = () => {
    if (isOwn) listed += items
    items = 0
    isOwn = true
  }
  for (const [tag, parents] of walkTags(text)) {
    const place = parents.map(({ name }) => name).join(' ')
    if (tag.name === 'dict' && place === 'plist dict array') finish()
    else if (tag.name === 'dict' && place === 'plist dict array dict array') items++
    else if (tag.name === 'dict' && place === 'plist dict dict') tracks++
    else if (tag.name === 'key' && place === 'plist dict array dict') {
      if (NO_LISTS.includes(tag.text)) isOwn = false
      else if (tag.text === 'Playlist Items' && isOwn) hasOwn = true
    }
  }
  finish()
  return hasOwn ? listed : tracks
}

const NO_LISTS = ['Master', 'Distinguished Kind', 'Folder']

type Dict = ReadonlyMap<string, XmlElement>

/** A property list's dictionary: a key, its value, a key, its value. */
function readDict(element: XmlElement): Dict {
  const dict = new Map<string, XmlElement>()
  let key: string | undefined
  for (const child of element.children) {
    if (child.name === 'key') key = child.text
    else if (key !== undefined) {
      dict.set(key, child)
      key = undefined
    }
  }
  return dict
}

const textIn = (dict: Dict, key: string) => dict.get(key)?.text ?? ''

function build(input: FormatInput, list: Dict | undefined, rows: readonly ReadRow[]): Playlist {
  return buildPlaylist(
    {
      format: 'itunes',
      name: list && textIn(list, 'Name'),
      fallbackName: nameOf(input),
      description: list && textIn(list, 'Description'),
      uri: list && programList('itunes', textIn(list, 'Playlist Persistent ID')),
    },
    rows,
  )
}

function readTracks(element: XmlElement | undefined): ReadonlyMap<string, ReadRow> {
  const tracks = new Map<string, ReadRow>()
  for (const [id, track] of element ? readDict(element) : [])
    tracks.set(id, readTrack(readDict(track)))
  return tracks
}

const NO_MUSIC: readonly (readonly [string, Reason])[] = [
  ['Podcast', reason('playlist.podcast-episode')],
  ['Movie', reason('playlist.film')],
  ['TV Show', reason('playlist.television-episode')],
  ['Audiobook', reason('playlist.audiobook')],
  ['Voice Memo', reason('playlist.voice-memo')],
]

// What `Kind` says of a file that is no song is in the language of the program, but for these names.
const NO_SONGS: readonly (readonly [RegExp, Reason])[] = [
  [/\bm4r\b|ringtone|klingelton|\btono\b|sonnerie|suoneria/i, reason('playlist.ringtone')],
  [/\b(?:pdf|itunes lp|epub)\b|\bbook\b/i, reason('playlist.document')],
]

function readTrack(track: Dict): ReadRow {
  const other = NO_MUSIC.find(([key]) => track.get(key)?.name === 'true')
  if (other) return skipRow(textIn(track, 'Name'), other[1])
  const kind = `${textIn(track, 'Kind')} ${/\.(?:m4r|pdf|epub)$/i.exec(textIn(track, 'Location'))?.[0] ?? ''}`
  const file = NO_SONGS.find(([words]) => words.test(kind))
  if (file) return skipRow(textIn(track, 'Name'), file[1])
  if (/^https?:/i.test(textIn(track, 'Location')) && !track.has('Total Time'))
    return skipRow(textIn(track, 'Name'), reason('playlist.stream'))
  return nameByFile({
    kind: 'track',
    title: textIn(track, 'Name'),
    artists: [textIn(track, 'Artist')],
    album: textIn(track, 'Album'),
    albumArtists: [textIn(track, 'Album Artist')],
    durationMs: textIn(track, 'Total Time'),
    date: textIn(track, 'Year'),
    trackNumber: textIn(track, 'Track Number'),
    discNumber: textIn(track, 'Disc Number'),
    path: textIn(track, 'Location'),
    addedAt: textIn(track, 'Date Added'),
    plays: textIn(track, 'Play Count'),
  })
}
