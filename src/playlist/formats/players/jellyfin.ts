import { reason, textReason } from '../../../model/reason.ts'
import type { PlaylistFormat } from '../../format.ts'
import { countTags } from '../../reading/count/tags.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { rowOfLocation } from '../../reading/location.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { childrenOf, parseXml, textOf, type XmlElement } from '../../reading/xml/xml.ts'

/** The `playlist.xml` that Jellyfin and Emby keep of a playlist: paths of the server's own files. */
export const jellyfin: PlaylistFormat = {
  name: 'jellyfin',
  title: textReason('Jellyfin / Emby playlist.xml'),
  recognise: (input) => {
    const head = input.text.slice(0, 64 * 1024)
    return /<Item[\s>]/.test(head) && /<Playlist(?:Items|MediaType)[\s>/]/.test(head) ? 1 : 0
  },

  read(input) {
    const root = parseXml(input.text)
    const name = textOf(root, 'LocalTitle') || textOf(root, 'Name') || textOf(root, 'Title')
    const items = childrenOf(root, 'PlaylistItems').flatMap((each) =>
      childrenOf(each, 'PlaylistItem'),
    )
    return [
      buildPlaylist(
        {
          format: 'jellyfin',
          name,
          fallbackName: nameOf(input),
          description: textOf(root, 'Overview'),
        },
        items.map(readItem),
      ),
    ]
  },

  count: ({ text }) => countTags(text, 'playlistitem'),
}

function readItem(item: XmlElement): ReadRow {
  const path = textOf(item, 'Path')
  if (path === '') return skipRow('', reason('playlist.line-without-file'))
  if (/\.(?:mkv|avi|mov|m4v|ts|m2ts|iso|wmv)$/i.test(path))
    return skipRow(path, reason('playlist.film'))
  return rowOfLocation(path)
}
