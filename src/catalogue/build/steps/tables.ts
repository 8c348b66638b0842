import type { Scatter } from '../scatter.ts'
import type { WorkDirectory } from '../work-directory.ts'

/** The tables that link hashes to numbers, dealt out between the steps. */
export interface Tables {
  readonly runs: Scatter
  readonly guests: Scatter
  readonly titles: Scatter
  readonly isrcs: Scatter
  readonly neighbours: Scatter
}

export const openTables = (work: WorkDirectory): Tables => ({
  runs: work.table('runs'),
  guests: work.table('guests'),
  titles: work.table('titles'),
  isrcs: work.table('isrcs'),
  neighbours: work.table('neighbours'),
})
