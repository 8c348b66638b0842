import type { FormatReasons, XspfFault } from '../../../../model/reasons/playlist/formats.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const XSPF_FAULTS: Readonly<Record<XspfFault, (element: string, name: string) => string>> = {
  namespace: (_, name) => `Der Namensraum ist nicht ${name}`,
  root: (element) => `Es beginnt mit <${element}>, nicht mit <playlist>`,
  version: () => 'Die Version ist weder 0 noch 1',
  'no-track-list': () => 'Es hat keine <trackList>',
  markup: (element) => `<${element}> hat Markup in seinem Text`,
  shape: (element) => `Der Text von <${element}> hat nicht die verlangte Form`,
  text: (element) => `<${element}> hat eigenen Text`,
  child: (element, name) => `<${element}> darf kein <${name}> enthalten`,
  'repeated-child': (element, name) => `<${element}> hat mehr als ein <${name}>`,
  'attribute-missing': (element, name) => `<${element}> fehlt das Attribut ${name}`,
  attribute: (element, name) => `<${element}> darf das Attribut ${name} nicht haben`,
}

const KINDS = { albums: 'Alben', shows: 'Sendungen', episodes: 'Folgen', artists: 'Interpreten' }

export const formats: Sentences<FormatReasons> = {
  'playlist.format-exportify': 'CSV von Exportify (Spotify-Playlist)',
  'playlist.format-spotify-export':
    'Datenexport von Spotify (Zip, Ordner, Playlist1.json, YourLibrary.json)',
  'playlist.format-m3u': 'M3U-/M3U8-Playlist',
  'playlist.format-xspf': 'XSPF-Playlist',
  'playlist.format-jspf': 'JSPF (ListenBrainz und andere)',
  'playlist.format-lastfm': 'Scrobbles von Last.fm (JSON der zuletzt gehörten Titel)',
  'playlist.format-listenbrainz': 'Gehörtes von ListenBrainz (jsonl oder JSON)',
  'playlist.format-librefm': 'Scrobbles von Libre.fm (CSV mit Interpret, Titel, Album, Zeit)',
  'playlist.format-history-table': 'Hörverlauf als Tabelle',
  'playlist.format-maloja': 'Scrobbles von Maloja (JSON)',
  'playlist.format-csv': 'CSV beliebiger Form (TuneMyMusic, Soundiiz, YouTube Takeout und andere)',
  'playlist.format-json': 'JSON beliebiger Form, das Titel aufzählt',
  'playlist.format-html': 'Tabellen in einer Seite (HTML)',
  'playlist.format-xml': 'XML jeder Form, das Titel auflistet',
  'playlist.format-markdown': 'Tabellen in Markdown',
  'playlist.format-youtube-takeout': 'YouTube und YouTube Music (Google Takeout)',
  'playlist.format-pls': 'PLS-Playlist',
  'playlist.format-asx': 'ASX-Playlist (Windows Media)',
  'playlist.format-spotify-backup': 'spotify-backup (Text oder JSON)',
  'playlist.format-uri-list': 'Links oder URIs, je Zeile einer',
  'playlist.format-text': 'reiner Text, je Zeile „Interpret - Titel“',

  'playlist.line-without-words': 'Die Zeile nennt nichts.',
  'playlist.heading': 'Eine Überschrift, kein Titel.',
  'playlist.line-without-time': 'Die Zeile hat keine Zeit, anders als die Titel der Liste.',
  'playlist.unidentified': 'Die Liste selbst kennt diesen Titel nicht.',
  'playlist.title-first': 'Die Namen wurden als „Titel - Interpret“ gelesen.',
  'playlist.no-dash':
    'Kein Gedankenstrich zwischen Interpret und Titel: Alles wurde als Titel genommen.',
  'playlist.neither-link-nor-names': 'Weder ein Link noch „Interpret - Titel“.',
  'playlist.quotes-repaired':
    'Die Anführungszeichen dieser Zeile waren nicht maskiert; sie wurde zerlegt, so gut es geht.',
  'playlist.artists-differ': ({ artists, names }) =>
    `Die Zeile hat ${artists === 1 ? 'einen' : count(artists)} Interpreten, ihre Namen zerfallen aber in ${count(names)}.`,
  'playlist.not-in-library': 'In der Mediathek gibt es keinen solchen Titel.',
  'playlist.tracks-in-other-file': ({ file }) =>
    `Die Titel stehen in einer anderen Datei des Exports: auch ${file} angeben.`,
  'playlist.not-in-collection': 'In der Sammlung gibt es keinen solchen Titel.',
  'playlist.pieces-of-a-stream':
    'Diese M3U8 nennt die Stücke eines einzigen HTTP-Streams; sie ist keine Playlist von Titeln.',
  'playlist.jspf-empty': 'Die JSPF-Datei enthält keine Playlist.',
  'playlist.rules-only':
    'Das ist eine intelligente Playlist: Sie enthält Regeln, nach denen ein Player Titel aussucht, und keine Titel.',
  'playlist.rules-left-out': ({ names }) =>
    `Intelligente Playlists enthalten Regeln und keine Titel und wurden ausgelassen: ${names.join(', ')}.`,
  'playlist.export-without-playlists': 'Diese Datei eines Spotify-Exports enthält keine Playlists.',
  'playlist.first-artist-only':
    'Der Export von Spotify nennt nur den ersten Interpreten eines Titels und keine Längen.',
  'playlist.library-not-read': (counts) => {
    const kinds = ['albums', 'shows', 'episodes', 'artists'] as const
    const saved = kinds.filter((kind) => counts[kind] > 0)
    return `Außerdem in der Mediathek gespeichert und nicht gelesen: ${saved.map((kind) => `${KINDS[kind]} (${count(counts[kind])})`).join(', ')}.`
  },
  'playlist.no-namespace': ({ namespace }) =>
    `Die Datei steht nicht im Namensraum ${namespace}; gelesen wurde, was sie hat.`,
  'playlist.no-valid-xspf': ({ fault, element, name = '' }) =>
    `Das ist kein gültiges XSPF: ${XSPF_FAULTS[fault](element, name)}.`,

  'playlist.history-plays':
    'Gezählt wurde, was mindestens 30 Sekunden lief. Spotify nennt nur den Interpreten des Albums und keine Längen.',
  'playlist.listens-without-track': ({ count }) =>
    `Zeilen des Verlaufs, die keinen Titel nennen, wurden ausgelassen: ${units.count(count)}.`,
  'playlist.rows-gathered': ({ rows, entries }, { units }) =>
    `${units.count(rows)} Zeilen des Verlaufs nennen ${units.count(entries)} Titel; jeder steht einmal in der Liste.`,
  'playlist.plays-not-counted': ({ short, other }, { units }) =>
    `Zeilen des Verlaufs, in denen kein Titel gespielt wurde: ${[
      short > 0 ? `${units.count(short)} vor Ablauf von 30 Sekunden abgebrochen` : '',
      other > 0 ? `${units.count(other)} von Podcasts und dergleichen` : '',
    ]
      .filter(Boolean)
      .join(', ')}.`,

  'playlist.json-too-deep': 'Das JSON ist für eine Playlist zu tief verschachtelt.',
  'playlist.json-too-much': 'Das JSON enthält zu viel für eine Playlist.',
  'playlist.json-damaged': 'Das JSON lässt sich nicht lesen: Es ist beschädigt oder abgeschnitten.',
  'playlist.xml-without-tracks': 'Das XML enthält keine Liste von Titeln.',
  'playlist.json-without-tracks': 'Das JSON enthält keine Liste von Titeln.',
  'playlist.removed': 'Der Titel wurde dort aus der Playlist genommen.',
  'playlist.other-files': ({ count, names }) =>
    `Dateien des Exports ohne Playlist wurden ausgelassen: ${count} (${names.join(', ')}${count > names.length ? ' …' : ''}).`,
  'playlist.xml-entities': 'Das XML erklärt eigene Entitäten; solche Dateien werden nicht gelesen.',
  'playlist.xml-too-deep': 'Das XML ist für eine Playlist zu tief verschachtelt.',
  'playlist.xml-too-much': 'Das XML enthält zu viel für eine Playlist.',
  'playlist.xml-damaged': ({ detail }) => {
    const place = /^\d+:\d+/.exec(detail ?? '')?.[0]
    return `Das XML ist beschädigt${place === undefined ? '' : `, in Zeile und Spalte ${place}`}.`
  },
  'playlist.xml-empty': 'Das XML ist beschädigt: Es hat kein Element.',

  'playlist.read-formats': ({ titles }, { say }) =>
    `Gelesen werden: ${titles.map(say).join('; ')}.`,
  'playlist.get-again': 'Die Datei noch einmal von dort holen, woher sie kam.',
}
