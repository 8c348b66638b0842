import { useState } from 'react'
import type { Decide, Details, Row } from '../../../../src/api/contract.ts'
import { send } from '../../../api/client.ts'
import { putEntries } from '../../../api/live.ts'
import { Problem } from '../../../parts/page/problem.tsx'
import { isKept } from '../../../parts/rows/groups.ts'
import { useText } from '../../../text/text.ts'

interface Props {
  readonly view: string
  readonly row: Row
  readonly details: Details
}

/** What the listener has decided about an entry; and where the nearest miss is no miss, he may say so. */
export function DecideHere({ view, row, details: { decision, candidates } }: Props) {
  const { result: text, review } = useText()
  const [error, setError] = useState<unknown>()
  const [isAsking, setAsking] = useState(false)

  async function write(choice: Decide | undefined): Promise<void> {
    setAsking(true)
    setError(undefined)
    const path = `${view}/decisions/${encodeURIComponent(row.key)}`
    try {
      putEntries(view, [
        await (choice ? send<Row>('PUT', path, choice) : send<Row>('DELETE', path)),
      ])
    } catch (caught) {
      setError(caught)
    }
    setAsking(false)
  }

  const isMiss = row.state === 'not-found' && candidates.length > 0
  if (!decision && !isMiss) return null
  return (
    <div className="remark">
      {decision ? (
        <p>
          {decision.kind === 'none'
            ? text.decidedNone
            : isKept(row)
              ? text.decidedThis
              : text.decidedFor}{' '}
          <button type="button" disabled={isAsking} onClick={() => void write(undefined)}>
            {review.undo}
          </button>
        </p>
      ) : (
        <p>
          {text.isMiss}{' '}
          <button
            type="button"
            disabled={isAsking}
            onClick={() => void write({ kind: 'candidate', candidate: 0 })}
          >
            {text.isRight}
          </button>
        </p>
      )}
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}
