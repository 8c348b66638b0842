import { reason } from '../../../model/reason.ts'
import type { PlaylistFormat } from '../../format.ts'
import { countLines } from '../../reading/count/lines.ts'
import { buildPlaylist, type ReadRow, skipRow } from '../../reading/entries.ts'
import { readLines, sampleLines } from '../../reading/lines.ts'
import { isRemote, rowOfLocation } from '../../reading/location.ts'
import { splitArtistTitle } from '../../reading/names/artist-title.ts'
import { extensionOf, nameOf } from '../../reading/names/file-name.ts'
import { readServiceLink } from '../../reading/services/service-link.ts'

/** Links or URIs of services, one a line, as their programs copy them; lines of words among them are told of. */
export const uriList: PlaylistFormat = {
  name: 'uri-list',
  title: reason('playlist.format-uri-list'),

  recognise(input) {
    const lines = sampleLines(input.text).filter((line) => !isComment(line))
    const links = lines.filter((line) => readServiceLink(line))
    if (links.length === 0 || links.length < lines.length * 0.6) return 0
    // A list of a player's may hold links too.
    return /^(?:m3u8?|pls)$/.test(extensionOf(input.name)) ? 0.25 : 0.6
  },

  read(input) {
    const head = { format: 'uri-list', name: '', fallbackName: nameOf(input) }
    return [buildPlaylist(head, readRows(input.text))]
  },

  count: (input) => countLines(input.text, (line) => line !== '' && !isComment(line)),
}

function* readRows(text: string): Generator<ReadRow> {
  for (const raw of readLines(text)) {
    const line = raw.trim()
    if (line === '' || isComment(line)) continue
    if (line.startsWith('spotify:') || isRemote(line)) yield rowOfLocation(line)
    else yield readWords(line)
  }
}

function readWords(line: string): ReadRow {
  const { artist, title, note } = splitArtistTitle(line)
  return artist
    ? { kind: 'track', title, artists: [artist], note }
    : skipRow(line, reason('playlist.neither-link-nor-names'))
}

const isComment = (line: string) => /^\s*(?:#|\/\/)/.test(line)
