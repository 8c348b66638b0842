import type { outcomes as English, NotKept, SummaryCounts } from '../en/outcomes.ts'
import { units } from './units.ts'

const { count } = units

const labels: typeof English.labels = {
  kept: 'Gesichert',
  'already-kept': 'Schon gesichert',
  'would-keep': 'Würde gesichert',
  ambiguous: 'Mehrdeutig',
  review: 'Zu prüfen',
  refused: 'Nicht erlaubt',
  'not-found': 'Nicht gefunden',
  failed: 'Gescheitert',
  skipped: 'Ausgelassen',
  unreached: 'Nicht erreicht',
}

const states: Readonly<Record<NotKept, string>> = {
  ambiguous: 'mehrdeutig',
  review: 'zu prüfen',
  refused: 'nicht erlaubt',
  'not-found': 'nicht gefunden',
  failed: 'gescheitert',
  skipped: 'ausgelassen',
  unreached: 'nicht erreicht',
}

function summary({ tracks, good, already, verb, others }: SummaryCounts): string {
  const done = {
    kept: 'gesichert',
    'would-keep': good === 1 ? 'würde gesichert' : 'würden gesichert',
    either: 'gesichert oder zu sichern',
  }[verb]
  const aside =
    already === 0 ? '' : already === good ? ' (alle schon da)' : ` (${count(already)} schon da)`
  const head =
    tracks === 0
      ? 'Kein Titel in dieser Playlist'
      : good === tracks && tracks > 1
        ? `Alle ${count(tracks)} Titel ${done}${aside}`
        : `${count(good)} von ${count(tracks)} ${tracks === 1 ? 'Titel' : 'Titeln'} ${done}${aside}`
  return `${[head, ...others.map(([kind, number]) => `${count(number)} ${states[kind]}`)].join(', ')}.`
}

export const outcomes: typeof English = { labels, summary }
