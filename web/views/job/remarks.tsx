import type { Remark } from '../../../src/api/contract.ts'
import { Sentence } from '../../parts/page/sentence.tsx'
import { useText } from '../../text/text.ts'
import { useSay } from '../../text/use-say.ts'

/** What goes on beside the tracks: folders that are read, files that are checked, what cannot be read. */
export function Remarks({
  remarks,
  hasEnded,
}: {
  readonly remarks: readonly Remark[]
  readonly hasEnded: boolean
}) {
  const text = useText().job
  const shown = remarks.filter((remark) => !isOver(remark, hasEnded))
  if (shown.length === 0) return null
  return (
    <section aria-label={text.remarks}>
      <ul className="remarks plain-list">
        {shown.map((remark) => (
          <li key={remark.key}>
            <RemarkText remark={remark} hasEnded={hasEnded} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** So many are shown at once. */
const MAX_OPEN_LINES = 10

/** What was prepared needs no word any more: what came of it has its own. */
function isOver({ key, done = 0, total }: Remark, hasEnded: boolean): boolean {
  return key.startsWith('preparing.') && (hasEnded || (total !== undefined && done >= total))
}

function RemarkText({ remark, hasEnded }: { readonly remark: Remark; readonly hasEnded: boolean }) {
  const { job: text, format } = useText()
  const say = useSay()
  const { done, total, lines = [] } = remark
  const isUnderWay = total !== undefined && done !== undefined && done < total && !hasEnded
  return (
    <>
      <Sentence reason={remark.text} />
      {done !== undefined && (
        <small> {total === undefined ? format.count(done) : text.of(done, total)}</small>
      )}
      {isUnderWay && <progress max={total} value={done} aria-label={say(remark.text)} />}
      {lines.length > 0 && (
        <details open={lines.length <= MAX_OPEN_LINES}>
          <summary>{text.lines(lines.length)}</summary>
          <ul>
            {lines.map((line) => (
              <li key={JSON.stringify(line)} dir="auto">
                <Sentence reason={line} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
