import { useId } from 'react'
import type { Row } from '../../../src/api/contract.ts'
import { formatName } from '../../../src/words/names.ts'
import { useText } from '../../text/text.ts'
import type { useReview } from './decisions/use-review.ts'

interface Props {
  readonly rows: readonly Row[]
  readonly review: ReturnType<typeof useReview>
  readonly onHelp: () => void
}

/** Where one is among all that is to be decided, and the ways from there. */
export function ReviewNavigation({ rows, review, onHelp }: Props) {
  const text = useText().review
  const id = useId()
  const { at, canUndo, announcement, go } = review
  return (
    <nav className="review-bar" aria-label={text.tracks}>
      <label htmlFor={id}>{text.place(at + 1, rows.length)}</label>
      <select id={id} value={at} onChange={({ target }) => go(Number(target.value))}>
        {rows.map((row, index) => (
          <option key={row.key} value={index}>
            {text.jump(index + 1, formatName(row), row.decided)}
          </option>
        ))}
      </select>
      <span className="steps">
        <button type="button" aria-keyshortcuts="k" onClick={() => go(at - 1)}>
          <span aria-hidden="true">←</span> {text.previous}
        </button>
        <button type="button" aria-keyshortcuts="j" onClick={() => go(at + 1)}>
          {text.next} <span aria-hidden="true">→</span>
        </button>
        <button
          type="button"
          aria-keyshortcuts="u"
          disabled={!canUndo}
          onClick={() => void review.undo()}
        >
          {text.undo} <kbd>U</kbd>
        </button>
        <button type="button" className="quiet" aria-keyshortcuts="?" onClick={onHelp}>
          {text.keys} <kbd>?</kbd>
        </button>
      </span>
      <p role="status">{announcement}</p>
    </nav>
  )
}
