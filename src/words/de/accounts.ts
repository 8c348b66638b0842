import type { accounts as English } from '../en/accounts.ts'
import { units } from './units.ts'

const { bytes, count } = units

export const accounts: typeof English = {
  none: 'Noch gibt es keine Konten.',
  noSessions: 'Es ist nirgends angemeldet.',
  askPassword: (name) => `Ein Passwort für ${name}: `,
  made: (name, role) => `${name} darf sich jetzt anmelden, als ${role}.`,
  removed: (name, place) => `${name} ist entfernt. Die Archive bleiben im Ordner ${place}.`,
  done: (name) => `Für ${name} erledigt. Alle Sitzungen sind beendet.`,
  may: (limit, amount, isBytes) => `${limit}  ${isBytes ? bytes(amount) : count(amount)}`,
}
