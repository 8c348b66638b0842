import { Problem } from '../../../parts/page/problem.tsx'
import { useText } from '../../../text/text.ts'
import type { ListSelection } from '../preview/list-selection.ts'

interface Props {
  /** Of the form that it sends. */
  readonly form: string
  readonly into: string
  readonly chosen: ListSelection
  readonly isAsking: boolean
  readonly error: unknown
  readonly tryFirst: () => void
}

/** At the foot of the window, wherever the reader is: backs up, or tries first what a backup would keep. */
export function BeginBar({ form, into, chosen, isAsking, error, tryFirst }: Props) {
  const text = useText().start
  const isDisabled = isAsking || chosen.lists.length === 0
  return (
    <div className="begin-bar">
      {error !== undefined && <Problem error={error} />}
      <div className="actions">
        <button type="submit" form={form} className="primary" disabled={isDisabled}>
          {text.backUp(chosen.tracks)}
        </button>
        <button type="button" disabled={isDisabled} title={text.tryFirstHint} onClick={tryFirst}>
          {text.tryFirst}
        </button>
        <p className="hint" role="status">
          {chosen.lists.length === 0 ? text.noneWanted : into !== '' && text.goesInto(into)}
        </p>
      </div>
    </div>
  )
}
