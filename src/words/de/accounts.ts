import type { accounts as English } from '../en/accounts.ts'

export const accounts: typeof English = {
  none: 'Noch gibt es keine Konten.',
  noSessions: 'Es ist nirgends angemeldet.',
  askPassword: (name) => `Ein Passwort für ${name}: `,
  made: (name, role) => `${name} darf sich jetzt anmelden, als ${role}.`,
  removed: (name, place) => `${name} ist entfernt. Die Archive bleiben im Ordner ${place}.`,
  done: (name) => `Für ${name} erledigt. Alle Sitzungen sind beendet.`,
  limits: {
    quota: 'Platz für seine Archive',
    jobs: 'Läufe, die zugleich warten oder laufen',
    tracksAnHour: 'gesuchte Titel in einer Stunde; danach ruhen Läufe',
    listsADay: 'Playlists am Tag, auch dieselbe noch einmal',
    alikeADay: 'Playlists einer Art am Tag (Charts, derselbe Link)',
    uploadsADay: 'hochgeladene Dateien am Tag',
  },
}
