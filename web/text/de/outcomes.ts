import { common as words } from '../../../src/words/de/common.ts'
import type { outcomes as English } from '../en/outcomes.ts'

export const outcomes: typeof English = {
  labels: {
    ...words.outcomes.labels,
    waiting: 'Wartet',
    searching: 'Wird gesucht',
    downloading: 'Wird geladen',
    encoding: 'Wird umgewandelt',
    storing: 'Wird abgelegt',
  },
}
