import { textReason } from '../../../model/reason.ts'
import type { PlaylistFormat } from '../../format.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { countTags } from '../../reading/count/tags.ts'
import { buildPlaylist, type ReadRow } from '../../reading/entries.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile } from '../../reading/names/named-by-file.ts'
import { childrenOf, parseXml, type XmlElement } from '../../reading/xml/xml.ts'

/** VirtualDJ's virtual folders and lists (`.vdjfolder`), and its `database.xml`: https://virtualdj.com/wiki/vdjdatabase.html. */
export const virtualdj: PlaylistFormat = {
  name: 'virtualdj',
  title: textReason('VirtualDJ vdjfolder / database.xml'),
  recognise: (input) =>
    /<(?:VirtualFolder|VirtualDJ_Database)[\s>]/.test(input.text.slice(0, 4096)) ? 1 : 0,

  read(input) {
    const root = parseXml(input.text)
    const head = { format: 'virtualdj', name: '', fallbackName: nameOf(input) }
    const rows = childrenOf(root, 'Song').map(readSong)
    const listed = [...childrenOf(root, 'song')].sort((a, b) => placeOf(a) - placeOf(b))
    return [buildPlaylist(head, [...rows, ...listed.map(readListed)])]
  },

  count: ({ text }) => countTags(text, 'song'),
}

/** The place in the list; songs without one stay where they are, behind the others. */
function placeOf({ attributes }: XmlElement): number {
  const place = attributes.idx ?? ''
  return /^\d{1,9}$/.test(place) ? Number(place) : Number.MAX_SAFE_INTEGER
}

/** A song of a folder: all is in its attributes. */
function readListed({ attributes }: XmlElement): ReadRow {
  const { title = '', remix = '', artist, path = '', songlength } = attributes
  return nameByFile({
    kind: 'track',
    title: withRemix(title, remix),
    artists: [artist],
    durationMs: secondsToMs(songlength),
    path: fileOf(path),
  })
}

/** A song of the database: what it is called stands in `Tags`, how long it is in `Infos`. */
function readSong(song: XmlElement): ReadRow {
  const tags = childrenOf(song, 'Tags')[0]?.attributes ?? {}
  const infos = childrenOf(song, 'Infos')[0]?.attributes ?? {}
  return nameByFile({
    kind: 'track',
    title: withRemix(tags.Title ?? '', tags.Remix ?? ''),
    artists: [tags.Author],
    album: tags.Album,
    date: tags.Year,
    trackNumber: tags.TrackNumber,
    durationMs: secondsToMs(infos.SongLength),
    plays: infos.PlayCount,
    path: fileOf(song.attributes.FilePath ?? ''),
  })
}

/** Which version it is stands apart from the title. */
const withRemix = (title: string, remix: string) =>
  title === '' || remix.trim() === '' || title.toLowerCase().includes(remix.trim().toLowerCase())
    ? title
    : `${title} (${remix.trim()})`

/** What comes from a service has no file: `netsearch://…`. */
const fileOf = (path: string) => (/^[a-z]{2,}:\/\//i.test(path) ? '' : path)
