import type { Role } from '../../model/accounts/account.ts'
import type { accounts as English } from '../en/accounts.ts'
import { units } from './units.ts'

const { count } = units

const roles: Readonly<Record<Role, string>> = {
  owner: 'Eigentümer',
  member: 'Mitglied',
  guest: 'Gast',
}

export const accounts: typeof English = {
  none: 'Noch gibt es keine Konten.',
  noSessions: 'Es ist nirgends angemeldet.',
  askPassword: (name) => `Ein Passwort für ${name}: `,
  askAgain: 'Dasselbe noch einmal: ',
  roles,
  made: (name, role) => `${name} darf sich jetzt anmelden, als ${roles[role]}.`,
  isNow: (name, role) => `${name} ist jetzt ${roles[role]}.`,
  noShares: (name) => `Mit ${name} ist nichts geteilt.`,
  shared: (name, dir) => `${name} darf das jetzt ansehen und anhören: ${dir}`,
  unshared: (name, dir) => `${name} darf das nicht mehr ansehen: ${dir}`,
  sessionsEnded: (number) =>
    number === 1 ? 'Diese Sitzung ist beendet.' : `Diese ${count(number)} Sitzungen sind beendet.`,
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
