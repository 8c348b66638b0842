import type { Playlist } from '../../../model/playlist.ts'
import { reason, textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { attributeIn, countTags } from '../../reading/count/tags.ts'
import { buildPlaylist, checkCount, type ReadRow } from '../../reading/entries.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile, rowOfKey } from '../../reading/names/named-by-file.ts'
import { childrenOf, parseXml, type XmlElement } from '../../reading/xml/xml.ts'

/** Rekordbox's XML: a collection, and lists of keys into it: https://cdn.rekordbox.com/files/20200410160904/xml_format_list.pdf. */
export const rekordbox: PlaylistFormat = {
  name: 'rekordbox',
  title: textReason('Rekordbox XML'),
  recognise: (input) => (/<DJ_PLAYLISTS[\s>]/.test(input.text.slice(0, 4096)) ? 1 : 0),

  read(input) {
    const root = parseXml(input.text)
    const tracks = childrenOf(root, 'COLLECTION').flatMap((each) => childrenOf(each, 'TRACK'))
    const lists = childrenOf(root, 'PLAYLISTS').flatMap(listsIn)
    if (lists.length === 0) return [build(input, '', tracks.map(readTrack))]
    // A list names its tracks by id (KeyType 0) or by location (1).
    const byKey = new Map<string, ReadRow>()
    for (const track of tracks) {
      const row = readTrack(track)
      for (const key of [
        track.attributes.TrackID ?? track.attributes.ID,
        track.attributes.Location,
      ])
        if (key) byKey.set(key, row)
    }
    checkCount(lists.reduce((sum, list) => sum + list.children.length, 0))
    return lists.map((list) => {
      const keys = childrenOf(list, 'TRACK').map((each) => each.attributes.Key ?? '')
      return build(
        input,
        list.attributes.Name ?? '',
        keys.map((key) => byKey.get(key) ?? rowOfKey(key, reason('playlist.not-in-collection'))),
      )
    })
  },

  count({ text }) {
    const lists = countTags(text, 'node', (_, tag) => attributeIn(tag, 'Type') === '1')
    const holds = lists > 0 ? 'node' : 'collection'
    return countTags(text, 'track', (parents) => parents.at(-1)?.name === holds)
  },
}

const build = (input: FormatInput, name: string, rows: readonly ReadRow[]): Playlist =>
  buildPlaylist({ format: 'rekordbox', name, fallbackName: nameOf(input) }, rows)

/** Folders (Type 0) hold folders and playlists (Type 1). */
function listsIn(node: XmlElement): XmlElement[] {
  return childrenOf(node, 'NODE').flatMap((child) =>
    child.attributes.Type === '1' ? [child] : listsIn(child),
  )
}

function readTrack({ attributes }: XmlElement): ReadRow {
  return nameByFile({
    kind: 'track',
    title: attributes.Name,
    artists: [attributes.Artist],
    album: attributes.Album,
    durationMs: secondsToMs(attributes.TotalTime),
    date: attributes.Year,
    trackNumber: attributes.TrackNumber,
    discNumber: attributes.DiscNumber,
    path: attributes.Location,
  })
}
