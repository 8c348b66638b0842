import type { NoPlaylistKind } from '../../../../model/lists/no-playlist.ts'
import type { NotPlaylistReasons } from '../../../../model/reasons/playlist/not-playlists.ts'
import type { Sentences } from '../../../sentences.ts'

const KINDS: Readonly<Record<Exclude<NoPlaylistKind, 'workbook'>, string>> = {
  audio: 'a music file, not a list of songs',
  video: 'a video, not a list of songs',
  image: 'a picture, and songs cannot be read from a picture',
  pdf: 'a PDF, and songs cannot be read from a PDF',
  document: 'a document, which is not read',
  program: 'a program, not a list of songs',
  packed: 'packed in a way that is not read',
}

export const notPlaylists: Sentences<NotPlaylistReasons> = {
  'playlist.other-kind': ({ input, what }) => `“${input}” is ${KINDS[what]}.`,
  'playlist.music-folder': ({ folder }) =>
    `“${folder}” is a folder of music, and there is no playlist in it.`,
  'playlist.no-playlist-in-folder': ({ folder }) =>
    `In “${folder}” nothing is named like a playlist.`,
  'playlist.prose': 'These are sentences, not a list of songs.',
  'playlist.file-moved': ({ input }) =>
    `“${input}” cannot be read any more: it was moved or changed.`,
  'playlist.path-elsewhere': ({ path }) =>
    `“${path}” is no place on the computer that Songkeep runs on.`,
  'playlist.path-not-there': ({ path }) => `There is nothing at “${path}”.`,
  'playlist.path-no-playlist': ({ path }) => `“${path}” is not named like a playlist.`,

  'playlist.music-is-looked-through':
    'Songkeep finds it by itself if it lies in your music folder. Give the list of songs here.',
  'playlist.copy-songs-out': 'Open it, copy the songs, and paste them here, one a line.',
  'playlist.type-songs':
    'Type the songs here, one a line, or export the list from where you have it.',
  'playlist.give-list-file':
    'Give the file of the list itself: a table (CSV), M3U, or a text with a song a line.',
  'playlist.unpack-first': 'Unpack it, and give what is in it; only a zip can stay packed.',
  'playlist.name-music-folder':
    'Songkeep looks there for your songs if it stands under “Your music”. Give the list of songs here.',
  'playlist.give-file-in-folder': 'Give the file of the playlist itself.',
  'playlist.one-song-a-line': 'Write a song a line, such as: Artist - Title',
  'playlist.export-again': 'Export or save the list once more: this file came out empty.',
  'playlist.choose-that-file': 'Drop the file itself here, or choose it with “Choose files…”.',
}
