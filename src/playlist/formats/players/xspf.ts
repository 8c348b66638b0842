import { reason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { PlaylistFormat } from '../../format.ts'
import { countTags } from '../../reading/count/tags.ts'
import { buildPlaylist, type ReadRow } from '../../reading/entries.ts'
import { placeRow } from '../../reading/location.ts'
import { extensionOf, nameOf } from '../../reading/names/file-name.ts'
import { childrenOf, parseXml, textOf, type XmlElement } from '../../reading/xml/xml.ts'
import { findXspfFault, XSPF } from '../../reading/xml/xspf-rules.ts'

/**
 * XSPF 0 and 1: https://www.xspf.org/spec. A document in XSPF's namespace must keep the specification;
 * one without any namespace claims nothing, and what it has is read.
 */
export const xspf: PlaylistFormat = {
  name: 'xspf',
  title: reason('playlist.format-xspf'),

  recognise(input) {
    const head = input.text.slice(0, 64 * 1024)
    if (!/^\s{0,9}</.test(head)) return 0
    if (/<(?:[\w.-]+:)?playlist[\s>/]/.test(head) && /<(?:[\w.-]+:)?trackList[\s>/]/.test(head))
      return 1
    if (/["']http:\/\/xspf\.org\/ns\//.test(head)) return 0.95
    return extensionOf(input.name) === 'xspf' ? 0.9 : 0
  },

  read(input) {
    const root = parseXml(input.text)
    const claims = root.namespace !== ''
    const fault = claims || root.name !== 'playlist' ? findXspfFault(root) : undefined
    if (fault) throw new UserError(fault)
    const head = {
      format: 'xspf',
      name: textOf(root, 'title'),
      fallbackName: nameOf(input),
      description: textOf(root, 'annotation'),
      creator: textOf(root, 'creator'),
      uri: textOf(root, 'identifier') || textOf(root, 'location'),
      notes: claims ? [] : [reason('playlist.no-namespace', { namespace: XSPF })],
    }
    const tracks = childrenOf(root, 'trackList').flatMap((list) => childrenOf(list, 'track'))
    return [buildPlaylist(head, tracks.map(readTrack))]
  },

  count: ({ text }) =>
    countTags(text, 'track', (parents) => !parents.some(({ name }) => name === 'extension')),
}

function readTrack(track: XmlElement): ReadRow {
  return placeRow(
    {
      kind: 'track',
      title: textOf(track, 'title'),
      artists: [textOf(track, 'creator')],
      album: textOf(track, 'album'),
      durationMs: textOf(track, 'duration'),
      trackNumber: textOf(track, 'trackNum'),
    },
    childrenOf(track, 'location').map((each) => each.text),
    childrenOf(track, 'identifier').map((each) => each.text),
  )
}
