import { reason, textReason } from '../../../model/reason.ts'
import type { PlaylistFormat } from '../../format.ts'
import { countTags } from '../../reading/count/tags.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { isAudioFile, isRemote, placeRow } from '../../reading/location.ts'
import { splitArtistTitle } from '../../reading/names/artist-title.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import {
  childrenOf,
  descendantsOf,
  parseXml,
  textOf,
  type XmlElement,
} from '../../reading/xml/xml.ts'

/** B4S, the XML list of Winamp 3 and later; lengths are in milliseconds. */
export const b4s: PlaylistFormat = {
  name: 'b4s',
  title: textReason('B4S (Winamp)'),
  recognise: (input) => (/<WinampXML[\s>]/i.test(input.text.slice(0, 4096)) ? 1 : 0),

  read(input) {
    const root = parseXml(input.text)
    return childrenOf(root, 'playlist').map((list) =>
      buildPlaylist(
        { format: 'b4s', name: list.attributes.label, fallbackName: nameOf(input) },
        [...descendantsOf(list, 'entry')].map(readEntry),
      ),
    )
  },

  count: (input) => countTags(input.text, 'entry'),
}

function readEntry(entry: XmlElement): ReadRow {
  const { artist, title, note } = splitArtistTitle(textOf(entry, 'Name'))
  // `file:C:\Music\a.mp3`: a path after a scheme, with nothing encoded.
  const place = (entry.attributes.Playstring ?? '').replace(/^file:(?!\/\/)/i, '')
  const durationMs = textOf(entry, 'Length')
  if (isRemote(place) && !isAudioFile(place) && !/[1-9]/.test(durationMs.replace(/^-.*/, '')))
    return skipRow(title || place, reason('playlist.stream-or-list'))
  return placeRow({ kind: 'track', title, artists: [artist], durationMs, note }, [place], [])
}
