import { memo } from 'react'
import type { Row } from '../../../../src/api/contract.ts'
import { groupOf } from '../../../parts/rows/groups.ts'
import { StateMark } from '../../../parts/rows/state-mark.tsx'
import { useText } from '../../../text/text.ts'
import { useSay } from '../../../text/use-say.ts'
import '../../../styles/whole.css'

/** All rows as plain text, none left out for being out of sight: to print, and for the browser's own search. */
export const WholeList = memo(function WholeList({ rows }: { readonly rows: readonly Row[] }) {
  const { format, result: text } = useText()
  const say = useSay()
  return (
    <ol className="whole-list" aria-label={text.entries}>
      {rows.map((row) => (
        <li key={row.key} className={groupOf(row.state)}>
          <span className="pos">{format.count(row.position)}</span>
          <span className="what">
            <bdi className="title">{row.title}</bdi> <bdi>{row.artists.join(', ')}</bdi>
            {row.album !== undefined && <bdi className="soft"> {row.album}</bdi>}
            {row.reason !== undefined && <span className="why">{say(row.reason)}</span>}
          </span>
          <span className="len">
            {row.durationMs === undefined ? '' : format.duration(row.durationMs)}
          </span>
          <StateMark state={row.state} />
        </li>
      ))}
    </ol>
  )
})
