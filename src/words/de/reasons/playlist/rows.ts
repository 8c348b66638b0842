import type { CutField, RowReasons } from '../../../../model/reasons/playlist/rows.ts'
import type { Sentences } from '../../../sentences.ts'
import { units } from '../../units.ts'

const { count } = units

const FIELDS: Readonly<Record<CutField, string>> = {
  name: 'Der Name',
  description: 'Die Beschreibung',
  creator: 'Der Name dessen, der sie gemacht hat,',
  title: 'Der Titel',
  artist: 'Der Interpret',
  album: 'Das Album',
  'album-artist': 'Der Interpret des Albums',
}

const leftOut = (what: string) => `${what} kann nicht stimmen und wurde weggelassen.`

const OTHERS: Readonly<Record<string, string>> = {
  artist: 'einem Interpreten',
  album: 'einem Album',
  playlist: 'einer Playlist',
  user: 'einem Benutzer',
  collection: 'einer Sammlung',
}

export const rows: Sentences<RowReasons> = {
  'playlist.notes': ({ notes }, { say }) => notes.map(say).join(' '),

  'playlist.text-cut': ({ field, max }) =>
    `${FIELDS[field]} wurde auf ${count(max)} Zeichen gekürzt.`,
  'playlist.unlikely-duration': ({ value }) => leftOut(`Die Dauer „${value}“`),
  'playlist.unlikely-year': ({ value }) => leftOut(`Das Jahr „${value}“`),
  'playlist.unlikely-date': ({ value }) => leftOut(`Das Datum „${value}“`),
  'playlist.unlikely-track-number': ({ value }) => leftOut(`Die Titelnummer „${value}“`),
  'playlist.unlikely-disc-number': ({ value }) => leftOut(`Die Nummer der Disc „${value}“`),
  'playlist.no-isrc': ({ value }) => `„${value}“ ist kein ISRC und wurde weggelassen.`,

  'playlist.no-title': 'Die Zeile nennt keinen Titel.',
  'playlist.empty-row': 'Eine leere Zeile.',
  'playlist.empty-item': 'Ein leerer Eintrag: Der Dienst nennt ihn nicht mehr.',
  'playlist.podcast-episode': 'Eine Podcast-Folge, keine Musik.',
  'playlist.audiobook': 'Ein Hörbuch, keine Musik.',
  'playlist.film': 'Ein Film, keine Musik.',
  'playlist.television-episode': 'Eine Fernsehfolge, keine Musik.',
  'playlist.voice-memo': 'Eine Sprachaufnahme, keine Musik.',
  'playlist.ringtone': 'Ein Klingelton, kein Titel.',
  'playlist.data-track': 'Eine Datenspur, keine Musik.',
  'playlist.document': 'Ein Dokument, keine Musik.',
  'playlist.stream': 'Ein Stream, kein Titel.',
  'playlist.stream-or-list': 'Ein Stream oder eine weitere Liste, kein Titel.',

  'playlist.link-to-other': ({ kind }) =>
    `Ein Link zu ${OTHERS[kind] ?? `„${kind}“`}, nicht zu einem Titel.`,
  'playlist.link-impossible': 'Ein Link zu einem Titel, den es nicht geben kann.',
  'playlist.link-only': ({ service }) =>
    `Nur ein Link zu ${service}: Der Titel muss im Netz erfragt werden.`,
  'playlist.link-short': 'Ein Kurzlink: Wohin er führt, muss im Netz erfragt werden.',
  'playlist.address-only': 'Nur eine Adresse: Sie nennt weder Titel noch Interpreten.',
  'playlist.local-file-unreadable': 'Eine lokale Datei, deren Adresse sich nicht lesen lässt.',
  'playlist.line-without-file': 'Eine Zeile, die keine Datei nennt.',
  'playlist.named-after-file': 'Nach der Datei benannt.',
  'playlist.split-at-long-dash': 'An einem Gedankenstrich ohne Leerzeichen getrennt.',
  'playlist.artist-from-address': 'Der Künstler steht nur in den Worten einer Adresse.',
  'playlist.row-is-album': 'Ein Album, kein Titel.',
  'playlist.row-is-artist': 'Ein Künstler, kein Titel.',
  'playlist.artist-from-title': 'Der Interpret wurde dem Titel entnommen.',
  'playlist.artist-from-file': 'Der Interpret wurde dem Dateinamen entnommen.',
}
