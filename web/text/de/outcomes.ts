import type { outcomes as English } from '../en/outcomes.ts'

export const outcomes: typeof English = {
  labels: {
    waiting: 'Wartet',
    searching: 'Wird gesucht',
    downloading: 'Wird geladen',
    encoding: 'Wird umgewandelt',
    storing: 'Wird abgelegt',
    kept: 'Gesichert',
    'already-kept': 'Schon gesichert',
    'would-keep': 'Würde gesichert',
    ambiguous: 'Mehrdeutig',
    review: 'Zu prüfen',
    refused: 'Nicht erlaubt',
    'not-found': 'Nicht gefunden',
    failed: 'Gescheitert',
    skipped: 'Ausgelassen',
  },
}
