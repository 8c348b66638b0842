import type { Decide, Details, Row } from '../../../../src/api/contract.ts'
import { useAction } from '../../../api/use-action.ts'
import { decideWithUndo } from '../../../parts/decisions/decide.ts'
import { KeepDecided } from '../../../parts/decisions/keep-decided.tsx'
import { Problem } from '../../../parts/page/problem.tsx'
import { isKept } from '../../../parts/rows/groups.ts'
import { type Text, useText } from '../../../text/text.ts'

interface Props {
  readonly view: string
  readonly row: Row
  readonly details: Details
}

/** What the listener has decided about an entry; and where the nearest miss is the right one after all, a button for it. */
export function DecideHere({ view, row, details: { decision, candidates } }: Props) {
  const { isRunning, error, run } = useAction()
  const write = (choice: Decide | undefined, message: (text: Text) => string) =>
    void run(() => decideWithUndo(view, row.key, choice, decision, message))
  const isMiss = row.state === 'not-found' && candidates.length > 0
  if (!decision && !isMiss) return null
  return (
    <div className="remark">
      {decision ? (
        <Decided
          view={view}
          row={row}
          decision={decision}
          isAsking={isRunning}
          undo={() => write(undefined, ({ review }) => review.undone)}
        />
      ) : (
        <NearestMiss
          isAsking={isRunning}
          accept={() =>
            write({ kind: 'candidate', candidate: 0 }, ({ review }) =>
              review.decided(row.title, false),
            )
          }
        />
      )}
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}

interface DecidedProps {
  readonly view: string
  readonly row: Row
  readonly decision: NonNullable<Details['decision']>
  readonly isAsking: boolean
  readonly undo: () => void
}

function Decided({ view, row, decision, isAsking, undo }: DecidedProps) {
  const { result: text, review } = useText()
  const { kind, chosen } = decision
  const isStanding = isKept(row)
  return (
    <>
      <p>
        {kind === 'none' ? text.decidedNone : isStanding ? text.decidedThis : text.decidedFor}{' '}
        <button type="button" disabled={isAsking} onClick={undo}>
          {review.undo}
        </button>
      </p>
      {chosen && !isStanding && (
        <>
          <p>
            <bdi>{[chosen.title, ...chosen.artists].join(' · ')}</bdi>
          </p>
          <KeepDecided view={view} isShort />
        </>
      )}
    </>
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
