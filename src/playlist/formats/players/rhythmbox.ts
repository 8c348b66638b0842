import { reason, textReason } from '../../../model/reason.ts'
import { UserError } from '../../../words/user-error.ts'
import type { PlaylistFormat } from '../../format.ts'
import { attributeIn, countTags } from '../../reading/count/tags.ts'
import { buildPlaylist, checkCount } from '../../reading/entries.ts'
import { rowOfLocation } from '../../reading/location.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { childrenOf, parseXml } from '../../reading/xml/xml.ts'

/** Rhythmbox's `playlists.xml`: all its playlists, each a list of addresses. Those made by rules have none. */
export const rhythmbox: PlaylistFormat = {
  name: 'rhythmbox',
  title: textReason('Rhythmbox playlists.xml'),
  recognise: (input) => (/<rhythmdb-playlists[\s>]/.test(input.text.slice(0, 4096)) ? 1 : 0),

  read(input) {
    const all = childrenOf(parseXml(input.text), 'playlist')
    const isRuled = (type: string | undefined) => type === 'automatic'
    const lists = all.filter(
      ({ attributes, children }) =>
        !isRuled(attributes.type) && (attributes.type !== 'queue' || children.length > 0),
    )
    const ruled = all.filter(({ attributes }) => isRuled(attributes.type))
    if (lists.length === 0 && ruled.length > 0) throw new UserError(reason('playlist.rules-only'))
    checkCount(lists.reduce((sum, list) => sum + list.children.length, 0))
    const names = ruled.map(({ attributes }) => attributes.name ?? '').filter(Boolean)
    const notes = names.length > 0 ? [reason('playlist.rules-left-out', { names })] : []
    return lists.map((list, index) =>
      buildPlaylist(
        {
          format: 'rhythmbox',
          name: list.attributes.name,
          fallbackName: nameOf(input),
          notes: index === 0 ? notes : [],
        },
        childrenOf(list, 'location').map((each) => rowOfLocation(each.text.trim(), true)),
      ),
    )
  },

  count: ({ text }) =>
    countTags(text, 'location', (parents) => attributeIn(parents.at(-1), 'type') !== 'automatic'),
}
