import { decodeStrictly } from '../../base/encoding/detect.ts'
import { readFields, type TagFields } from '../map/fields.ts'
import type { TagLayer, TagPicture } from '../read/container.ts'
import type { ApeItem } from './ape-items.ts'

/**
 * APEv2's names for what Vorbis comments call otherwise: Picard's mapping
 * (https://picard-docs.musicbrainz.org/en/appendices/tag_mapping.html), and those of foobar2000 and Mp3tag.
 */
const vorbisNames: Readonly<Record<string, string>> = {
  'ALBUM ARTIST': 'ALBUMARTIST',
  DISC: 'DISCNUMBER',
  'EAN/UPC': 'BARCODE',
  MIXARTIST: 'REMIXER',
  MUSICBRAINZ_ALBUMSTATUS: 'RELEASESTATUS',
  MUSICBRAINZ_ALBUMTYPE: 'RELEASETYPE',
  'ORIGINAL ARTIST': 'ORIGINALARTIST',
  ORIGINALYEAR: 'ORIGINALDATE',
  TRACK: 'TRACKNUMBER',
  UNSYNCEDLYRICS: 'LYRICS',
  'UNSYNCED LYRICS': 'LYRICS',
  UPC: 'BARCODE',
  WEBLINK: 'WEBSITE',
  YEAR: 'DATE',
}

export function layerOfItems(items: readonly ApeItem[], covers: boolean): TagLayer {
  return {
    tags: readFields('vorbis', fieldsOfItems(items)),
    pictures: covers ? items.flatMap(pictureOf) : [],
  }
}

function fieldsOfItems(items: readonly ApeItem[]): TagFields {
  const fields = new Map<string, string[]>()
  for (const { name, kind, value } of items) {
    if (kind === 'binary') continue
    const upper = name.toUpperCase()
    const place = vorbisNames[upper] ?? upper
    const before = fields.get(place) ?? []
    // The same may stand under two names.
    const known = new Set(before)
    const texts = decode(value).split('\0')
    fields.set(place, [...before, ...texts.filter((text) => text !== '' && !known.has(text))])
  }
  return fields
}

/** UTF-8, but in APEv1 and from programs that did not know of it. */
const decode = (bytes: Uint8Array) =>
  decodeStrictly(bytes, 'utf-8') ?? new TextDecoder('windows-1252').decode(bytes)

/** A file name comes before the picture. */
function pictureOf({ name, kind, value }: ApeItem): TagPicture[] {
  const [, type] = /^cover art \((.+)\)$/i.exec(name) ?? []
  const end = value.indexOf(0)
  if (type === undefined || kind !== 'binary' || end < 0) return []
  return [{ isFront: type.toLowerCase() === 'front', data: value.subarray(end + 1) }]
}
