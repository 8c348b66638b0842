import type { FormatReasons, XspfFault } from '../../../../model/reasons/playlist/formats.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const XSPF_FAULTS: Readonly<Record<XspfFault, (element: string, name: string) => string>> = {
  namespace: (_, name) => `its namespace is not ${name}`,
  root: (element) => `it begins with <${element}>, not with <playlist>`,
  version: () => 'its version is neither 0 nor 1',
  'no-track-list': () => 'it has no <trackList>',
  markup: (element) => `<${element}> has markup in its text`,
  shape: (element) => `the text of <${element}> has not its shape`,
  text: (element) => `<${element}> has text of its own`,
  child: (element, name) => `<${element}> may not hold <${name}>`,
  'repeated-child': (element, name) => `<${element}> has more than one <${name}>`,
  'attribute-missing': (element, name) => `<${element}> lacks the attribute ${name}`,
  attribute: (element, name) => `<${element}> may not have the attribute ${name}`,
}

export const formats: Sentences<FormatReasons> = {
  'playlist.format-exportify': 'Exportify CSV (Spotify playlist)',
  'playlist.format-spotify-export':
    "Spotify's data export (zip, folder, Playlist1.json, YourLibrary.json)",
  'playlist.format-m3u': 'M3U / M3U8 playlist',
  'playlist.format-xspf': 'XSPF playlist',
  'playlist.format-jspf': 'JSPF (ListenBrainz and others)',
  'playlist.format-lastfm': 'Last.fm scrobbles (JSON of recent tracks)',
  'playlist.format-listenbrainz': 'ListenBrainz listens (jsonl or JSON)',
  'playlist.format-librefm': 'Libre.fm scrobbles (CSV of artist, track, album, time)',
  'playlist.format-history-table': 'a listening history as a table',
  'playlist.format-maloja': 'Maloja scrobbles (JSON)',
  'playlist.format-csv': 'CSV of any shape (TuneMyMusic, Soundiiz, YouTube Takeout and others)',
  'playlist.format-json': 'JSON of any shape that lists tracks',
  'playlist.format-html': 'Tables in a page (HTML)',
  'playlist.format-xml': 'XML of any shape that lists tracks',
  'playlist.format-markdown': 'Markdown tables',
  'playlist.format-youtube-takeout': 'YouTube and YouTube Music (Google Takeout)',
  'playlist.format-pls': 'PLS playlist',
  'playlist.format-asx': 'ASX playlist (Windows Media)',
  'playlist.format-spotify-backup': 'spotify-backup (text or JSON)',
  'playlist.format-uri-list': 'Links or URIs, one a line',
  'playlist.format-text': 'Plain text, one “Artist - Title” a line',

  'playlist.line-without-words': 'The line names nothing.',
  'playlist.heading': 'A heading, no track.',
  'playlist.line-without-time': 'The line has no time, unlike the tracks of the list.',
  'playlist.unidentified': 'The list itself does not know this track.',
  'playlist.title-first': 'The names were read as “Title - Artist”.',
  'playlist.no-dash': 'No dash between an artist and a title: all of it was taken as the title.',
  'playlist.neither-link-nor-names': 'Neither a link nor “Artist - Title”.',
  'playlist.quotes-repaired':
    'The quotes of this row were not escaped; it was taken apart as well as it goes.',
  'playlist.artists-differ': ({ artists, names }) =>
    `The row has ${count(artists)} artists, but their names part into ${count(names)}.`,
  'playlist.not-in-library': 'The library has no such track.',
  'playlist.tracks-in-other-file': ({ file }) =>
    `The tracks are named in another file of the export: give ${file} too.`,
  'playlist.not-in-collection': 'The collection has no such track.',
  'playlist.pieces-of-a-stream':
    'This M3U8 lists the pieces of one HTTP stream; it is no playlist of tracks.',
  'playlist.jspf-empty': 'The JSPF holds no playlist.',
  'playlist.rules-only':
    'This is a smart playlist: it holds rules by which a player picks tracks, and no tracks.',
  'playlist.rules-left-out': ({ names }) =>
    `Smart playlists hold rules and no tracks, and were left out: ${names.join(', ')}.`,
  'playlist.export-without-playlists': 'This file of a Spotify export holds no playlists.',
  'playlist.first-artist-only':
    "Spotify's export names only the first artist of a track, and no durations.",
  'playlist.library-not-read': (counts) => {
    const kinds = ['albums', 'shows', 'episodes', 'artists'] as const
    const saved = kinds.filter((kind) => counts[kind] > 0)
    return `Also saved in the library, and not read: ${saved.map((kind) => `${kind} (${count(counts[kind])})`).join(', ')}.`
  },
  'playlist.no-namespace': ({ namespace }) =>
    `The file is not in the namespace ${namespace}; what it has was read.`,
  'playlist.no-valid-xspf': ({ fault, element, name = '' }) =>
    `This is no valid XSPF: ${XSPF_FAULTS[fault](element, name)}.`,

  'playlist.history-plays':
    'Plays of 30 seconds and more were counted. Spotify names the album’s artist only, and no lengths.',
  'playlist.listens-without-track': ({ count }) =>
    `Rows of the log that name no track were left out: ${units.count(count)}.`,
  'playlist.rows-gathered': ({ rows, entries }, { units }) =>
    `${units.count(rows)} rows of the log name ${units.count(entries)} ${entries === 1 ? 'track' : 'tracks'}; each is listed once.`,
  'playlist.plays-not-counted': ({ short, other }, { units }) =>
    `Rows of the log that are no play of a track: ${[
      short > 0 ? `${units.count(short)} stopped within 30 seconds` : '',
      other > 0 ? `${units.count(other)} of podcasts and the like` : '',
    ]
      .filter(Boolean)
      .join(', ')}.`,

  'playlist.json-too-deep': 'The JSON is nested too deeply for a playlist.',
  'playlist.json-too-much': 'The JSON holds too much for a playlist.',
  'playlist.json-damaged': 'The JSON cannot be read: it is damaged or was cut off.',
  'playlist.xml-without-tracks': 'The XML has no list of tracks.',
  'playlist.json-without-tracks': 'The JSON has no list of tracks.',
  'playlist.removed': 'It was taken out of the playlist there.',
  'playlist.other-files': ({ count, names }) =>
    `Files of the export that hold no playlist were left out: ${count} (${names.join(', ')}${count > names.length ? ' …' : ''}).`,
  'playlist.xml-entities': 'The XML declares entities of its own; such files are refused.',
  'playlist.xml-too-deep': 'The XML is nested too deeply for a playlist.',
  'playlist.xml-too-much': 'The XML holds too much for a playlist.',
  'playlist.xml-damaged': ({ detail = 'unknown error' }) =>
    `The XML is damaged, at line and column ${detail}`,
  'playlist.xml-empty': 'The XML is damaged: it has no element.',

  'playlist.read-formats': ({ titles }, { say }) => `Read are: ${titles.map(say).join('; ')}.`,
  'playlist.get-again': 'Get the file once more from where it came.',
}
