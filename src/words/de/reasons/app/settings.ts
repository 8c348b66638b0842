import type { AppSettingsReasons } from '../../../../model/reasons/app/settings.ts'
import type { Sentences } from '../../../sentences.ts'
import { because } from '../../foreign.ts'

export const settings: Sentences<AppSettingsReasons> = {
  'app.no-config-folder': 'Es gibt keinen Ort für Einstellungen.',
  'app.name-config-folder': 'Einen nennen: SONGKEEP_CONFIG',
  'app.settings-unreadable': ({ path }) => `Die Einstellungen in ${path} lassen sich nicht lesen.`,
  'app.settings-damaged': ({ path }) => `Die Einstellungen in ${path} sind beschädigt.`,
  'app.mend-settings': 'Die Datei reparieren, oder sie entfernen, um neu zu beginnen.',
  'app.no-key': ({ variable }) => `Einen Schlüssel namens ${variable} gibt es nicht.`,
  'app.no-whole-path': ({ path }) => `Kein vollständiger Pfad: ${path}`,
  'app.choose-from-list': 'Den Ordner aus der Liste wählen.',
  'app.folder-outside': ({ path }) =>
    `Dieser Ordner liegt außerhalb dessen, was die Seite ansehen darf: ${path}`,
  'app.open-folder':
    'Wer Songkeep gestartet hat, kann ihn freigeben: songkeep serve --folder ORDNER',
  'app.ask-for-folder':
    'Einen innerhalb des eigenen wählen, oder die fragen, die diesen Server betreiben.',
  'app.folder-not-opened': ({ cause }, { say }) =>
    `Der Ordner lässt sich nicht öffnen${because(cause, say)}.`,
  'app.server-adds':
    'Liest die Playlists des eigenen Servers, und keines anderen: seine Adresse mit Benutzer und Passwort darin, https://ann:passwort@music.example.',
  'app.spotify-client-adds':
    'Eigene Playlists und Lieblingssongs bei Spotify, ganz und mit ISRC. Wer dort die App anlegt, braucht Premium.',
  'app.server-unusable': 'Das ist keine Adresse eines Servers mit Benutzer und Passwort darin.',
}
