import type { Row } from '../../../../src/api/contract.ts'
import { useIsGuest } from '../../../api/session.ts'
import { Problem } from '../../../parts/page/problem.tsx'
import { useDetails } from '../../../parts/rows/use-details.ts'
import { useText } from '../../../text/text.ts'
import type { PlaylistLocation } from '../playlist-location.ts'
import { CorrectHere } from './correct/correct-here.tsx'
import { DecideHere } from './decide-here.tsx'
import { OutcomeDetails } from './outcome-details.tsx'

interface Props {
  readonly view: string
  readonly row: Row
  readonly location: PlaylistLocation
}

/** Everything that is known of one entry: what it ended as, and why. */
export function EntryDetails({ view, row, location }: Props) {
  const { details, error, retry } = useDetails(view, row)
  const { result: text } = useText()
  const isGuest = useIsGuest()
  if (error !== undefined) return <Problem error={error} retry={retry} />
  if (!details) return <p className="soft">{text.loadingDetails}</p>
  const { outcome } = details
  return (
    <>
      {!isGuest && <DecideHere view={view} row={row} details={details} />}
      {outcome ? <OutcomeDetails outcome={outcome} location={location} /> : <p>{text.noDetails}</p>}
      {outcome && outcome.kind !== 'skipped' && !isGuest && (
        <CorrectHere view={view} row={row} details={details} />
      )}
    </>
  )
}
