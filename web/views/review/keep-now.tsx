import type { Row } from '../../../src/api/contract.ts'
import { KeepDecided } from '../../parts/decisions/keep-decided.tsx'
import { useText } from '../../text/text.ts'

interface Props {
  readonly view: string
  readonly rows: readonly Row[]
}

/** Where the reader is led when nothing is open any more. */
export const keepNowId = 'keep-now'

/** How far one has come, and the backup that makes files of what was decided. */
export function KeepNow({ view, rows }: Props) {
  const text = useText().review
  const decided = rows.filter((row) => row.decided !== undefined).length
  return (
    <section className="keep-now">
      <h2 id={keepNowId} tabIndex={-1}>
        {text.soFar(decided, rows.length - decided)}
      </h2>
      {decided === 0 ? <p>{text.stored}</p> : <KeepDecided view={view} />}
    </section>
  )
}
