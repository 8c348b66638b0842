import type { RowState } from '../../../src/api/contract.ts'

const labels: Readonly<Record<RowState, string>> = {
  waiting: 'Waiting',
  searching: 'Searching',
  downloading: 'Downloading',
  encoding: 'Encoding',
  storing: 'Storing',
  kept: 'Kept',
  'already-kept': 'Already kept',
  'would-keep': 'Would be kept',
  ambiguous: 'Ambiguous',
  review: 'In review',
  refused: 'Refused',
  'not-found': 'Not found',
  failed: 'Failed',
  skipped: 'Left out',
}

export const outcomes = { labels }
