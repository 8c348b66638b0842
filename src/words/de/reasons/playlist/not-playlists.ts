import type { NoPlaylistKind } from '../../../../model/lists/no-playlist.ts'
import type { NotPlaylistReasons } from '../../../../model/reasons/playlist/not-playlists.ts'
import type { Sentences } from '../../../sentences.ts'

const KINDS: Readonly<Record<Exclude<NoPlaylistKind, 'workbook'>, string>> = {
  audio: 'ein Musikstück, keine Liste von Liedern',
  video: 'ein Video, keine Liste von Liedern',
  image: 'ein Bild, und aus Bildern lassen sich keine Lieder lesen',
  pdf: 'ein PDF, und daraus lassen sich keine Lieder lesen',
  document: 'ein Dokument, und solche werden nicht gelesen',
  program: 'ein Programm, keine Liste von Liedern',
  packed: 'auf eine Weise gepackt, die sich nicht lesen lässt',
}

export const notPlaylists: Sentences<NotPlaylistReasons> = {
  'playlist.other-kind': ({ input, what }) => `„${input}“ ist ${KINDS[what]}.`,
  'playlist.music-folder': ({ folder }) =>
    `„${folder}“ ist ein Ordner mit Musik; eine Playlist liegt nicht darin.`,
  'playlist.no-playlist-in-folder': ({ folder }) =>
    `In „${folder}“ heißt nichts wie eine Playlist.`,
  'playlist.prose': 'Das sind Sätze, keine Liste von Liedern.',
  'playlist.file-moved': ({ input }) =>
    `„${input}“ lässt sich nicht mehr lesen: Die Datei wurde verschoben oder geändert.`,
  'playlist.path-elsewhere': ({ path }) =>
    `„${path}“ ist kein Ort auf dem Rechner, auf dem Songkeep läuft.`,
  'playlist.path-not-there': ({ path }) => `Unter „${path}“ liegt nichts.`,
  'playlist.path-no-playlist': ({ path }) => `„${path}“ heißt nicht wie eine Playlist.`,

  'playlist.music-is-looked-through':
    'Liegt es im Musikordner, findet Songkeep es von selbst. Hierher kommt die Liste der Lieder.',
  'playlist.copy-songs-out': 'Öffnen, die Lieder kopieren und hier einfügen, eines je Zeile.',
  'playlist.type-songs':
    'Die Lieder hier eintippen, eines je Zeile, oder die Liste dort exportieren, wo sie herkommt.',
  'playlist.give-list-file':
    'Gebraucht wird die Datei der Liste selbst: eine Tabelle (CSV), M3U oder ein Text mit einem Lied je Zeile.',
  'playlist.unpack-first': 'Auspacken und den Inhalt ablegen; nur ein Zip darf gepackt bleiben.',
  'playlist.name-music-folder':
    'Steht der Ordner unter „Eigene Musik“, sucht Songkeep dort nach den Liedern. Hierher kommt die Liste der Lieder.',
  'playlist.give-file-in-folder': 'Gebraucht wird die Datei der Playlist selbst.',
  'playlist.one-song-a-line': 'Ein Lied je Zeile schreiben, etwa: Interpret - Titel',
  'playlist.export-again':
    'Die Liste noch einmal exportieren oder speichern: Diese Datei ist leer geblieben.',
  'playlist.choose-that-file':
    'Die Datei selbst hier ablegen oder mit „Dateien wählen…“ auswählen.',
}
