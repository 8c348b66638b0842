import type { Decide, Details, Row } from '../../../../src/api/contract.ts'
import { send } from '../../../api/client.ts'
import { putEntries } from '../../../api/live.ts'
import { useAction } from '../../../api/use-action.ts'
import { Problem } from '../../../parts/page/problem.tsx'
import { isKept } from '../../../parts/rows/groups.ts'
import { useText } from '../../../text/text.ts'

interface Props {
  readonly view: string
  readonly row: Row
  readonly details: Details
}

/** What the listener has decided about an entry; and where the nearest miss is the right one after all, a button for it. */
export function DecideHere({ view, row, details: { decision, candidates } }: Props) {
  const { isRunning, error, run } = useAction()
  const write = (choice: Decide | undefined) =>
    void run(async () => {
      const path = `${view}/decisions/${encodeURIComponent(row.key)}`
      const work = choice ? send<Row>('PUT', path, choice) : send<Row>('DELETE', path)
      putEntries(view, [await work])
    })
  const isMiss = row.state === 'not-found' && candidates.length > 0
  if (!decision && !isMiss) return null
  return (
    <div className="remark">
      {decision ? (
        <Decided
          isNone={decision.kind === 'none'}
          row={row}
          isAsking={isRunning}
          undo={() => write(undefined)}
        />
      ) : (
        <NearestMiss
          isAsking={isRunning}
          accept={() => write({ kind: 'candidate', candidate: 0 })}
        />
      )}
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}

interface DecidedProps {
  readonly isNone: boolean
  readonly row: Row
  readonly isAsking: boolean
  readonly undo: () => void
}

function Decided({ isNone, row, isAsking, undo }: DecidedProps) {
  const { result: text, review } = useText()
  return (
    <p>
      {isNone ? text.decidedNone : isKept(row) ? text.decidedThis : text.decidedFor}{' '}
      <button type="button" disabled={isAsking} onClick={undo}>
        {review.undo}
      </button>
    </p>
  )
}

interface MissProps {
  readonly isAsking: boolean
  readonly accept: () => void
}

function NearestMiss({ isAsking, accept }: MissProps) {
  const { result: text } = useText()
  return (
    <p>
      {text.isMiss}{' '}
      <button type="button" disabled={isAsking} onClick={accept}>
        {text.isRight}
      </button>
    </p>
  )
}
