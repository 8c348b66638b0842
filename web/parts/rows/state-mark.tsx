import type { RowState } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import { stateSigns } from './state-signs.ts'

/** Where a row stands: its sign and its word. */
export function StateMark({ state }: { readonly state: RowState }) {
  const { labels } = useText().outcomes
  return (
    <span className={`mark ${state}`}>
      <i aria-hidden="true">{stateSigns[state]}</i>
      {labels[state]}
    </span>
  )
}
