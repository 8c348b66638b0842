import { REDIRECT_URI } from '../../../model/spotify-redirect.ts'
import type { spotify as English } from '../../en/guide/spotify.ts'
import type { SpotifyWay, WayFact, WayWords } from '../../guide.ts'

const facts: Readonly<Record<WayFact, string>> = {
  work: 'Arbeit',
  wait: 'Bis es da ist',
  premium: 'Premium',
  lists: 'Welche Listen',
  artists: 'Interpreten',
  length: 'Längen',
  isrc: 'ISRC',
  again: 'Nächsten Monat',
}

const ways: Readonly<Record<SpotifyWay, WayWords>> = {
  export: {
    title: 'Die eigenen Daten von Spotify',
    forWhom: 'Für alles auf einmal. Für die meisten das Beste.',
    facts: {
      work: 'Ein paar Klicks jetzt, und ein paar, wenn die E-Mail kommt',
      wait: 'Einige Tage, manchmal bis zu 30',
      premium: 'Nicht nötig',
      lists:
        'Gemachte und gespeicherte Playlists, die Lieblingssongs, und was im letzten Jahr gespielt wurde',
      artists: 'Bei jedem Titel der erste',
      length: 'Nein',
      isrc: 'Nein',
      again: 'Noch einmal anfordern; die Listen werden am Namen erkannt',
    },
    steps: [
      'https://www.spotify.com/account/privacy/ öffnen und anmelden.',
      'Unter „Deine Daten herunterladen“ die „Kontodaten“ ankreuzen und anfordern. (Der „erweiterte Streamingverlauf“ hat alles, was je gespielt wurde: Songkeep kann dann zuerst behalten, was am liebsten gehört wird.)',
      'Spotify schickt eine E-Mail: den Knopf darin drücken, sonst kommt nichts.',
      'Einige Tage später steht in einer zweiten E-Mail der Link zu einem Zip. Speichern; auspacken ist nicht nötig.',
    ],
    last: {
      page: 'Das Zip auf die Startseite ziehen. Songkeep öffnet davon nichts als Playlists, Bibliothek und Gespieltes.',
      terminal: 'songkeep backup my_spotify_data.zip --library ~/Musik --into ~/Keep',
    },
  },
  exportify: {
    title: 'Exportify',
    forWhom: 'Für ein paar Listen, sofort, mit allem, was Spotify darüber weiß.',
    facts: {
      work: 'Eine Anmeldung und ein Klick je Liste, oder einer für alle',
      wait: 'Einige Minuten',
      premium: 'Wird nicht verlangt: Es geht über die App dessen, der es gemacht hat',
      lists: 'Die eigenen Playlists und Lieblingssongs',
      artists: 'Alle',
      length: 'Ja',
      isrc: 'Ja (exportify.app)',
      again: 'Noch einmal exportieren; die Listen werden am Namen erkannt',
    },
    steps: [
      'https://exportify.app öffnen: eine Seite von Freiwilligen, nicht von Spotify. Sie läuft im Browser und bittet Spotify, die Listen lesen zu dürfen; ob man ihr traut, muss jeder selbst sagen.',
      '„Get Started“ drücken, bei Spotify anmelden und zustimmen.',
      '„Export“ neben einer Liste drücken, oder „Export All“ für ein Zip mit allen.',
    ],
    last: {
      page: 'Die CSV-Dateien oder das Zip auf die Startseite ziehen.',
      terminal: 'songkeep backup spotify_playlists.zip --library ~/Musik --into ~/Keep',
    },
  },
  client: {
    title: 'Die eigene Anmeldung',
    forWhom: 'Für Listen, die sich ändern: Songkeep liest sie selbst, sooft es nachsieht.',
    facts: {
      work: 'Einmal eine App bei Spotify anlegen; dann anmelden',
      wait: 'Gar nicht',
      premium: 'Nötig für den, der die App anlegt',
      lists:
        'Die eigenen, die mitgestalteten und die Lieblingssongs; keine von anderen, keine von Spotify selbst',
      artists: 'Alle',
      length: 'Ja',
      isrc: 'Ja',
      again: 'Von selbst; alle sechs Monate neu anmelden',
    },
    steps: [
      'https://developer.spotify.com/dashboard mit einem Konto öffnen, das Premium hat, und „Create app“ drücken. Name und Beschreibung sind frei.',
      `Als Redirect-URI genau ${REDIRECT_URI} eintragen und „Add“ drücken. (Ohne Port: Spotify nimmt dann jeden. „localhost“ lehnt es ab.)`,
      '„Web API“ ankreuzen, zustimmen, speichern.',
      'Soll sich jemand anderes anmelden als der, der die App gemacht hat: unter „User Management“ eintragen, höchstens fünf Personen.',
      'Die Client-ID aus den Einstellungen der App kopieren. Das Client Secret wird nicht gebraucht: niemandem zeigen.',
    ],
    last: {
      page: 'Die Client-ID unten einfügen und anmelden. Dann die Listen ankreuzen.',
      terminal:
        'SONGKEEP_SPOTIFY_CLIENT_ID=… songkeep login spotify, dann zeigt songkeep playlists, was songkeep backup lesen kann',
    },
  },
}

export const spotify: typeof English = {
  lead: 'Ein Link genügt nicht: Ganz lesen lässt Spotify eine Playlist nur den, dem sie gehört. So geht es mit den eigenen; es genügt ein Weg, oder erst der eine und später ein anderer. Keiner davon rührt den Ton von Spotify an.',
  facts,
  ways,
  stepByStep: (title) => `${title}: Schritt für Schritt`,
  isrc: 'Eine ISRC ist die Nummer einer einzelnen Aufnahme. Mit ihr und mit Längen kann Songkeep Fassungen auseinanderhalten; ohne geht es nach Namen und fragt öfter nach.',
  link: 'Nur der Link einer öffentlichen Liste? Songkeep kann ihre öffentliche Seite lesen: höchstens 100 Titel, ohne Alben und ISRCs. Auf der Seite gibt es dafür ein Kästchen, wo ein Link nicht zu lesen war; im Terminal heißt es --public-page.',
}
