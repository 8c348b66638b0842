import { reason, textReason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { PlaylistFormat } from '../../format.ts'
import { countTags } from '../../reading/count/tags.ts'
import { buildPlaylist, type ReadRow } from '../../reading/entries.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { nameByFile } from '../../reading/names/named-by-file.ts'
import { descendantsOf, parseXml, textOf, type XmlElement } from '../../reading/xml/xml.ts'

/** WPL and ZPL, lists of Windows Media Player and Zune in SMIL: https://learn.microsoft.com/windows/win32/wmp/windows-media-playlist-elements-reference. */
export const wpl: PlaylistFormat = {
  name: 'wpl',
  title: textReason('WPL / ZPL (Windows Media Player, Zune)'),
  recognise: (input) => {
    const head = input.text.slice(0, 4096)
    return /<\?[wz]pl\b/i.test(head) || /<smil[\s>]/i.test(head) ? 1 : 0
  },

  read(input) {
    const root = parseXml(input.text)
    const media = [...descendantsOf(root, 'media')]
    const [rules] = descendantsOf(root, 'smartPlaylist')
    if (media.length === 0 && rules) throw new UserError(reason('playlist.rules-only'))
    const [head] = descendantsOf(root, 'head')
    const [author] = descendantsOf(root, 'author')
    return [
      buildPlaylist(
        {
          format: 'wpl',
          name: head && textOf(head, 'title'),
          fallbackName: nameOf(input),
          creator: author?.text,
        },
        media.map(readMedia),
      ),
    ]
  },

  count: ({ text }) => countTags(text, 'media'),
}

function readMedia({ attributes }: XmlElement): ReadRow {
  return nameByFile({
    kind: 'track',
    title: attributes.trackTitle,
    artists: [attributes.trackArtist || attributes.albumArtist],
    album: attributes.albumTitle,
    albumArtists: [attributes.albumArtist],
    durationMs: attributes.duration,
    path: attributes.src,
  })
}
