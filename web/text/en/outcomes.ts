import type { RowState } from '../../../src/api/contract.ts'
import { common as words } from '../../../src/words/en/common.ts'
import type { Group } from '../../parts/rows/groups.ts'

const labels: Readonly<Record<RowState | Group, string>> = {
  ...words.outcomes.labels,
  waiting: 'Waiting',
  searching: 'Searching',
  downloading: 'Downloading',
  encoding: 'Encoding',
  storing: 'Storing',
}

export const outcomes = { labels }
