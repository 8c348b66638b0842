import { Suspense } from 'react'
import type { Row } from '../../../src/api/contract.ts'
import { coverAddress } from '../archives/archive-addresses.ts'
import { PlayRowButton } from '../players/play-context.tsx'
import { isPlayable } from '../players/playable.ts'
import { Cover } from './cover.tsx'

interface Props {
  readonly row: Row
  readonly archive: string | undefined
}

/** A row's cover, which plays from there on; of a row that has no kept file the first letter alone. */
export function RowCover({ row, archive }: Props) {
  const canPlay = archive !== undefined && isPlayable(row)
  return (
    <span className="row-cover">
      <Cover path={canPlay ? coverAddress(archive, row.file) : undefined} title={row.title} />
      {canPlay && (
        <Suspense fallback={null}>
          <PlayRowButton row={row} />
        </Suspense>
      )}
    </span>
  )
}
