import { reason } from '../../../model/reason.ts'
import type { PlaylistFormat } from '../../format.ts'
import { secondsToMs } from '../../reading/clean.ts'
import { countTags } from '../../reading/count/tags.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { placeRow } from '../../reading/location.ts'
import { splitArtistTitle } from '../../reading/names/artist-title.ts'
import { nameOf } from '../../reading/names/file-name.ts'
import { parseXml, type XmlElement } from '../../reading/xml/xml.ts'

/** ASX, Windows Media's list, whose names may be in any case: https://learn.microsoft.com/windows/win32/wmp/asx-element. */
export const asx: PlaylistFormat = {
  name: 'asx',
  title: reason('playlist.format-asx'),
  recognise: (input) => (/^\s{0,9}(?:<\?xml[^>]*>\s{0,9})?<asx[\s>]/i.test(input.text) ? 1 : 0),

  read(input) {
    const root = parseXml(input.text)
    const head = { format: 'asx', name: textOf(root, 'title'), fallbackName: nameOf(input) }
    return [buildPlaylist(head, readEntries(root))]
  },

  count: (input) => countTags(input.text, 'entry') + countTags(input.text, 'entryref'),
}

/** Its entries, also of a part that is to be repeated, and other lists that it names. */
function* readEntries(element: XmlElement): Generator<ReadRow> {
  for (const child of element.children) {
    const name = child.name.toLowerCase()
    if (name === 'entry') yield readEntry(child)
    else if (name === 'entryref')
      yield skipRow(attributeOf(child, 'href'), reason('playlist.stream-or-list'))
    else if (name === 'repeat' || name === 'event') yield* readEntries(child)
  }
}

function readEntry(entry: XmlElement): ReadRow {
  const title = textOf(entry, 'title')
  const author = textOf(entry, 'author')
  const split = author === '' ? splitArtistTitle(title) : { artist: author, title, note: undefined }
  const [duration] = childrenOf(entry, 'duration')
  return placeRow(
    {
      kind: 'track',
      title: split.title,
      artists: [split.artist],
      durationMs: duration && secondsToMs(attributeOf(duration, 'value')),
      note: split.note,
    },
    childrenOf(entry, 'ref').map((ref) => attributeOf(ref, 'href')),
    [],
  )
}

const childrenOf = (element: XmlElement, name: string) =>
  element.children.filter((child) => child.name.toLowerCase() === name)

const textOf = (element: XmlElement, name: string) =>
  childrenOf(element, name)[0]?.text.trim() ?? ''

const attributeOf = (element: XmlElement, name: string) =>
  Object.entries(element.attributes).find(([key]) => key.toLowerCase() === name)?.[1] ?? ''
