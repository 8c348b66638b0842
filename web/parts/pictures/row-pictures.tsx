import { Suspense, useMemo } from 'react'
import type { Row } from '../../../src/api/contract.ts'
import { measureFigures } from '../../../src/model/pictures/figures.ts'
import { isKept } from '../rows/groups.ts'
import { Pictures } from './pictures.tsx'

/** Pictures of a playlist by its rows; what is left out is in none. */
export function RowPictures({ rows }: { readonly rows: readonly Row[] }) {
  const figures = useMemo(
    () =>
      measureFigures(
        rows
          .filter(({ state }) => state !== 'skipped')
          .map(({ artists, year, source, ...row }) => ({
            artists,
            year,
            source,
            isKept: isKept(row),
          })),
      ),
    [rows],
  )
  return (
    <Suspense>
      <Pictures figures={figures} />
    </Suspense>
  )
}
