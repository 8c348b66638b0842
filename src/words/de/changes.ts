import type { ChangeKind, changes as English } from '../en/changes.ts'
import { units } from './units.ts'

const { count, time } = units

const labels: Readonly<Record<ChangeKind, string>> = {
  added: 'Hinzugekommen',
  removed: 'Entfernt',
  moved: 'Verschoben',
  changed: 'Geändert',
  withdrawn: 'Zurückgezogen',
  returned: 'Wieder da',
}

export const changes: typeof English = {
  labels,
  counted: (number, kind) => `${count(number)} ${labels[kind].toLowerCase()}`,
  unchanged: (since) => `Die Playlist hat sich seit dem ${time(since)} nicht geändert.`,
  since: (since, counts) => `Seit dem ${time(since)}: ${counts}`,
  more: (number) => `und ${count(number)} weitere; report.json nennt sie alle`,
  emptyRow: 'Eine leere Zeile',
  was: (before) => `vorher: ${before}`,
  wasOn: (album) => `vorher auf: ${album}`,
  hadIsrc: (isrc) => `hatte die ISRC ${isrc}`,
  withoutAddress: 'ohne Adresse',
  canBeRead: 'lässt sich jetzt lesen',
  history: {
    lastBackedUp: (at) => `Zuletzt gesichert: ${time(at)}`,
    left: (number) => `Nicht mehr in der Playlist (${count(number)})`,
    withdrawn: (number) => `Vom Dienst nicht mehr gespielt (${count(number)})`,
    runs: (number) => `Läufe, die Änderungen fanden (${count(number)})`,
    fromTheStart: 'von Anfang an',
    nothing: 'Bisher hat sich nichts geändert.',
    damagedLines: (numbers) =>
      `Zeilen des Verlaufs, die nicht zu lesen sind: ${numbers.join(', ')}`,
  },
}
