import type { LinkReasons } from '../../../../model/reasons/playlist/links.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const withArticle = (what: string) => `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`

export const links: Sentences<LinkReasons> = {
  'playlist.service-not-read': ({ service }) => `Songkeep does not read pages of ${service}.`,
  'playlist.service-unknown': 'This link is of no music service that Songkeep knows.',
  'playlist.link-to-podcast': 'This link leads to a podcast, not to music.',
  'playlist.link-to-no-playlist': ({ what }) =>
    `This link leads to ${withArticle(what)}, not to a playlist.`,
  'playlist.link-to-no-track': 'A link that leads to no track: give it by itself.',
  'playlist.liked-songs-are-private': 'Only you can read your liked songs.',
  'playlist.liked-by-another': ({ user, me }) =>
    `These are the liked songs of the Spotify user “${user}”, and the login is of “${me}”.`,
  'playlist.login-needed': ({ what }) =>
    `Spotify does not show ${withArticle(what)} to whoever is not logged in.`,
  'playlist.not-shown': ({ what, status }) =>
    `Spotify shows no such ${what} (HTTP status ${status}).`,

  'playlist.short-link-nowhere': 'The short link leads nowhere.',
  'playlist.short-link-endless': 'The short link leads on and on.',
  'playlist.short-link-unreadable': 'The short link names nothing that can be read.',
  'playlist.short-link-away': ({ host }) => `The short link leads away from Spotify, to ${host}.`,
  'playlist.short-link-unanswered': ({ host, status }) =>
    `${host} does not say where the link leads (${status}).`,

  'playlist.page-without-list': 'Spotify’s public page shows no list.',
  'playlist.from-public-page':
    'Read from Spotify’s public page, which names no albums and no ISRCs, and lists 100 entries at most.',
  'playlist.page-possibly-cut': ({ entries }) =>
    `It lists exactly ${count(entries)}: the playlist is possibly cut here.`,
  'playlist.from-preview': 'Read from the page that shows a preview of the link: it has no ISRC.',
  'playlist.from-embed-page':
    'Read from the page that is shown within other pages: it has no album and no ISRC.',
  'playlist.title-alone': 'Spotify names the title alone, and no artist.',
  'playlist.not-played-or-not-there': 'Spotify does not play it any more, or not there.',

  'playlist.links-asked': ({ max }, { units }) =>
    `Only ${units.count(max)} links are asked about in a run.`,
  'playlist.rows-unnamed': ({ reason, rows }, { say }) =>
    `${say(reason)} ${count(rows)} ${rows === 1 ? 'row stays' : 'rows stay'} without a name.`,

  'playlist.no-link': ({ text }) => `This is no link: ${text}`,
  'playlist.link-offline': 'A link cannot be read offline.',
  'playlist.upload-gone': 'What was dropped is not there any more.',
  'playlist.upload-too-large': ({ maxMegabytes }) =>
    `This is larger than ${count(maxMegabytes)} MB.`,
  'playlist.uploads-full': 'Too many files wait to be read.',
  'playlist.read-uploads-first':
    'Read or remove those that were dropped before; what is not read is removed after two hours.',
  'playlist.upload-disk-full': 'There is no room on the disk for this.',
  'playlist.staged-import-gone': 'What was read of this playlist is not there any more.',

  'playlist.export-with-table':
    'Export the playlist as CSV with TuneMyMusic or Soundiiz and give that file.',
  'playlist.export-youtube':
    'Export your data with Google Takeout (YouTube and YouTube Music: playlists, music library songs), or copy the titles as lines “Artist - Title” and paste them; in the terminal: songkeep backup -',
  'playlist.export-apple-music':
    'In the Music app: File › Library › Export Playlist, as XML; or export your whole library, and give that file.',
  'playlist.download-from-bandcamp':
    'What you bought there is yours to download: add its folder with --library, and give the titles as lines of “Artist - Title”.',
  'playlist.export-musicbrainz':
    'Export the playlist from ListenBrainz as JSPF or XSPF and give that file.',
  'playlist.export-lastfm':
    'Export your tracks as CSV, for example with lastfm-to-csv, and give that file.',
  'playlist.give-file-or-titles':
    'Give a playlist’s file, or copy its titles as lines “Artist - Title” and paste them; in the terminal: songkeep backup -',
  'playlist.give-list-link':
    'Give the link of a playlist, an album or a track, or spotify:liked for your liked songs.',
  'playlist.log-in-as': ({ user }) =>
    `Log in as “${user}”: songkeep login spotify. Or give spotify:liked for the songs of the user who is logged in.`,
  'playlist.give-export-or-log-in':
    'Give your data export from Spotify (it has them in YourLibrary.json), or log in: songkeep login spotify',
  'playlist.ways-without-login': ({ what }) =>
    `Best is your data export from Spotify (spotify.com/account/privacy) or an Exportify file; or log in with your own client id: songkeep login spotify. With --public-page its public page is read, without ${what === 'album' ? '' : 'albums and '}ISRCs, and 100 entries at most.`,
  'playlist.open-in-browser':
    'Look whether the link opens in a browser that is not logged in; a private list needs songkeep login spotify',
  'playlist.open-short-link': 'Open it in a browser, and give the address that stands there then.',
  'playlist.export-or-log-in':
    'The playlist may be private or gone. Export it as your data from Spotify, or log in: songkeep login spotify',
  'playlist.paste-or-drop': 'Paste the address of a playlist, or drop its file.',
  'playlist.give-file-or-go-online':
    'Give a file of the playlist, or leave out --offline and SONGKEEP_OFFLINE.',
  'playlist.drop-again': 'Drop it again.',
  'playlist.drop-file-again': 'Drop its file again.',
  'playlist.drop-playlist-only':
    'Songkeep reads playlists, not music: drop the playlist file or the export.',
}
