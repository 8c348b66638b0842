import type { Playlist } from '../../../model/playlist.ts'
import { reason, textReason } from '../../../model/reason.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { programList, secondsToMs } from '../../reading/clean.ts'
import { attributeIn, countTags, type Tag } from '../../reading/count/tags.ts'
import { buildPlaylist, checkCount, type ReadRow } from '../../reading/entries.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile, rowOfKey } from '../../reading/names/named-by-file.ts'
import { childrenOf, descendantsOf, parseXml, type XmlElement } from '../../reading/xml/xml.ts'

/**
 * Traktor's NML: `collection.nml`, an exported playlist, or a set's history. A list names its tracks by their
 * place, `Volume/:Folder/:File`, in which a colon of a name is written twice as a slash.
 */
export const traktor: PlaylistFormat = {
  name: 'traktor',
  title: textReason('Traktor NML'),
  recognise: (input) => (/<NML[\s>]/.test(input.text.slice(0, 4096)) ? 1 : 0),

  read(input) {
    const root = parseXml(input.text)
    const collection = childrenOf(root, 'COLLECTION')
      .flatMap((each) => childrenOf(each, 'ENTRY'))
      .map((entry) => [keyOf(entry), readTrack(entry)] as const)
    const tracks = new Map(collection)
    const lists = [...descendantsOf(root, 'NODE')].filter(isOwnList)
    if (lists.length === 0)
      return [
        build(
          input,
          '',
          collection.map(([, row]) => row),
        ),
      ]
    const keysOf = (list: XmlElement) => [...descendantsOf(list, 'PRIMARYKEY')].map(readKey)
    checkCount(lists.reduce((sum, list) => sum + keysOf(list).length, 0))
    return lists.map((list) =>
      build(
        input,
        list.attributes.NAME ?? '',
        keysOf(list).map(
          (key) =>
            tracks.get(key) ?? rowOfKey(pathOfKey(key), reason('playlist.not-in-collection')),
        ),
        childrenOf(list, 'PLAYLIST')[0]?.attributes.UUID,
      ),
    )
  },

  count({ text }) {
    const isList = (tag: Tag) =>
      attributeIn(tag, 'TYPE') === 'PLAYLIST' &&
      !/^_(?:LOOPS|RECORDINGS)$/.test(attributeIn(tag, 'NAME') ?? '')
    return countTags(text, 'node', (_, tag) => isList(tag)) > 0
      ? countTags(text, 'primarykey', (parents) => parents.some(isList))
      : countTags(text, 'entry', (parents) => parents.at(-1)?.name === 'collection')
  },
}

const build = (
  input: FormatInput,
  name: string,
  rows: readonly ReadRow[],
  id?: string,
): Playlist => {
  const uri = programList('traktor', id)
  return buildPlaylist({ format: 'traktor', name, fallbackName: nameOf(input), uri }, rows)
}

/** Lists that Traktor fills by itself, with loops and recordings, are no one's playlists. */
const isOwnList = ({ attributes }: XmlElement) =>
  attributes.TYPE === 'PLAYLIST' && !/^_(?:LOOPS|RECORDINGS)$/.test(attributes.NAME ?? '')

const readKey = ({ attributes }: XmlElement) => attributes.KEY ?? ''

const placeOf = (entry: XmlElement) => childrenOf(entry, 'LOCATION')[0]?.attributes ?? {}

function keyOf(entry: XmlElement): string {
  const { VOLUME = '', DIR = '', FILE = '' } = placeOf(entry)
  return VOLUME + DIR + FILE
}

/** `C:/:Music/:a.mp3` and `Macintosh HD/:Users/:me/:a.mp3` as the systems write them. */
function pathOfKey(key: string): string {
  const at = key.indexOf('/:')
  if (at < 0) return key
  const volume = key.slice(0, at)
  const path = key
    .slice(at + 2)
    .split('/:')
    .map((part) => part.replaceAll('//', ':'))
    .join('/')
  return /^[a-z]:$/i.test(volume) ? `${volume}/${path}` : `/${path}`
}

function readTrack(entry: XmlElement): ReadRow {
  const { attributes } = entry
  const [album] = childrenOf(entry, 'ALBUM')
  const [info] = childrenOf(entry, 'INFO')
  const facts = info?.attributes ?? {}
  return nameByFile({
    kind: 'track',
    title: attributes.TITLE,
    artists: [attributes.ARTIST],
    album: album?.attributes.TITLE,
    trackNumber: album?.attributes.TRACK,
    durationMs: secondsToMs(facts.PLAYTIME_FLOAT ?? facts.PLAYTIME),
    date: facts.RELEASE_DATE,
    plays: facts.PLAYCOUNT,
    addedAt: readDate(facts.IMPORT_DATE),
    path: pathOfKey(keyOf(entry)),
  })
}

/** `2021/1/2`. */
function readDate(text: string | undefined): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text ?? '') ?? []
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
