import type { CutField, RowReasons } from '../../../../model/reasons/playlist/rows.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const FIELDS: Readonly<Record<CutField, string>> = {
  name: 'name',
  description: 'description',
  creator: 'creator',
  title: 'title',
  artist: 'artist',
  album: 'album',
  'album-artist': 'album artist',
}

const leftOut = (what: string) => `${what} cannot be right and was left out.`

export const rows: Sentences<RowReasons> = {
  'playlist.notes': ({ notes }, { say }) => notes.map(say).join(' '),

  'playlist.text-cut': ({ field, max }) =>
    `The ${FIELDS[field]} was cut to ${count(max)} characters.`,
  'playlist.unlikely-duration': ({ value }) => leftOut(`The duration “${value}”`),
  'playlist.unlikely-year': ({ value }) => leftOut(`The year “${value}”`),
  'playlist.unlikely-date': ({ value }) => leftOut(`The date “${value}”`),
  'playlist.unlikely-track-number': ({ value }) => leftOut(`The track number “${value}”`),
  'playlist.unlikely-disc-number': ({ value }) => leftOut(`The disc number “${value}”`),
  'playlist.no-isrc': ({ value }) => `“${value}” is no ISRC and was left out.`,

  'playlist.no-title': 'The row names no title.',
  'playlist.empty-row': 'An empty row.',
  'playlist.empty-item': 'An empty item: the service no longer names it.',
  'playlist.podcast-episode': 'A podcast episode, not a song.',
  'playlist.audiobook': 'An audiobook, not a song.',
  'playlist.film': 'A film, not a song.',
  'playlist.television-episode': 'A television episode, not a song.',
  'playlist.voice-memo': 'A voice memo, not a song.',
  'playlist.ringtone': 'A ringtone, not a song.',
  'playlist.data-track': 'A track of data, no music.',
  'playlist.document': 'A document, not a song.',
  'playlist.stream': 'A stream, no track.',
  'playlist.stream-or-list': 'A stream or another list, no track.',

  'playlist.link-to-other': ({ kind }) =>
    `A link to ${kind === 'artist' || kind === 'album' ? 'an' : 'a'} ${kind}, no track.`,
  'playlist.link-impossible': 'A link to a track that cannot exist.',
  'playlist.link-only': ({ service }) =>
    `Only a link to ${service}: its title has to be asked from the network.`,
  'playlist.link-short': 'A short link: what it leads to has to be asked from the network.',
  'playlist.address-only': 'Only an address: it names no title and no artist.',
  'playlist.local-file-unreadable': 'A local file whose address cannot be read.',
  'playlist.line-without-file': 'A line that names no file.',
  'playlist.named-after-file': 'Named after its file.',
  'playlist.split-at-long-dash': 'Taken apart at a dash without spaces around it.',
  'playlist.artist-from-address': 'The artist was taken from the words of an address.',
  'playlist.row-is-album': 'An album, not a single track.',
  'playlist.row-is-artist': 'An artist, not a track.',
  'playlist.artist-from-title': 'The artist was taken from the title.',
  'playlist.artist-from-file': 'The artist was taken from the file’s name.',
}
