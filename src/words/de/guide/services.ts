import type { services as English } from '../../en/guide/services.ts'

const table =
  'TuneMyMusic (https://www.tunemymusic.com) oder Soundiiz (https://soundiiz.com) macht aus den Listen eine CSV-Tabelle; diese Datei geben. Das sind Dienste anderer, die sich dort beim Konto anmelden.'

const titles =
  'Oder die Titel als Zeilen „Interpret - Titel“ kopieren und einfügen: Das reicht Songkeep, um sie zu suchen.'

export const services: typeof English = {
  youtube: {
    ways: [
      'Den Link einer öffentlichen oder nicht gelisteten Playlist geben. Dafür braucht es einen kostenlosen Schlüssel von Google: https://console.cloud.google.com/apis/library/youtube.googleapis.com (in den Einstellungen oder als SONGKEEP_YOUTUBE_API_KEY).',
      'Für private Listen und die eigene Musikbibliothek: Google Takeout, https://takeout.google.com. „YouTube und YouTube Music“ wählen, davon Playlists und Titel der Musikbibliothek, und das Zip geben, wie es kommt.',
    ],
    lost: 'Keine Alben und keine ISRCs; Interpret und Titel werden am ersten Strich im Namen eines Videos getrennt. Mixe lassen sich nicht lesen. Ein Video wird nie kopiert.',
  },
  deezer: {
    ways: [
      'Den Link einer öffentlichen Playlist, eines Albums oder eines Titels geben. Ohne Anmeldung, ohne Schlüssel.',
      `Private Listen für kurze Zeit öffentlich machen, oder: ${table}`,
    ],
    lost: 'Weitere Interpreten, wo Deezer nur einen nennt. Titel, Album, Länge und ISRC kommen mit.',
  },
  'apple-music': {
    ways: [
      'In der App Musik auf einem Mac, oder in iTunes: Ablage › Mediathek › Playlist exportieren, als XML, oder Mediathek exportieren für alle. Diese Datei geben.',
      'Überall: die eigenen Daten bei https://privacy.apple.com anfordern. Davon „Apple Music Library Tracks.json“ und „Apple Music Library Playlists.json“ zusammen geben.',
    ],
    lost: 'Links von Apple Music werden nicht gelesen. ISRCs stehen in keiner der Dateien.',
  },
  tidal: {
    ways: [table, titles],
    lost: 'Links von TIDAL werden nicht gelesen.',
  },
  'amazon-music': {
    ways: [table, titles],
    lost: 'Links von Amazon Music werden nicht gelesen.',
  },
}
