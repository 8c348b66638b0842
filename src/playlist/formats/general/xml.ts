import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { FormatInput, PlaylistFormat } from '../../format.ts'
import { countTracks } from '../../reading/count/tracks.ts'
import { buildPlaylist } from '../../reading/entries.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { findLists } from '../../reading/objects/find-lists.ts'
import { toObject } from '../../reading/objects/from-xml.ts'
import { parseXml } from '../../reading/xml/xml.ts'

/** XML of any origin: elements that name a track by attributes or by elements in them, in whatever words, as in JSON. */
export const xml: PlaylistFormat = {
  name: 'xml',
  title: reason('playlist.format-xml'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (!/^\s{0,9}<(?:\?xml|[a-z])/i.test(head) || /<(?:!doctype html|html|body)[\s>]/i.test(head))
      return 0
    const has = (names: string) =>
      new RegExp(`(?:<|\\s)(?:${names})(?:\\s*=|[\\s>])`, 'i').test(head)
    return has('title|name|tracktitle|track|song|trackname') &&
      has('artist|artistname|performer|creator|grandparenttitle|author')
      ? 0.3
      : 0
  },

  read(input) {
    const lists = findLists(rootOf(input))
    if (lists.length === 0) throw new UserError(reason('playlist.xml-without-tracks'))
    return lists.map(({ name, rows }) =>
      buildPlaylist({ format: 'xml', name, fallbackName: nameOf(input) }, rows),
    )
  },

  count: (input) => countTracks(rootOf(input)),
}

const rootOf = ({ text }: FormatInput): unknown => toObject(parseXml(text), true)
