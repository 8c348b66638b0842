import { useId } from 'react'
import type { Row } from '../../../src/api/contract.ts'
import { nameOf } from '../../parts/evidence/recording-words.ts'
import { useText } from '../../text/text.ts'

interface Props {
  readonly rows: readonly Row[]
  readonly at: number
  readonly canUndo: boolean
  /** What was done last. */
  readonly said: string
  readonly onGo: (at: number) => void
  readonly onUndo: () => void
  readonly onHelp: () => void
}

/** Where one is among all that is to be decided, and the ways from there. */
export function ReviewNavigation({ rows, at, canUndo, said, onGo, onUndo, onHelp }: Props) {
  const text = useText().review
  const id = useId()
  return (
    <nav className="review-bar" aria-label={text.tracks}>
      <label htmlFor={id}>{text.place(at + 1, rows.length)}</label>
      <select id={id} value={at} onChange={({ target }) => onGo(Number(target.value))}>
        {rows.map((row, index) => (
          <option key={row.key} value={index}>
            {text.jump(index + 1, nameOf(row), row.decided)}
          </option>
        ))}
      </select>
      <span className="steps">
        <button type="button" aria-keyshortcuts="k" onClick={() => onGo(at - 1)}>
          <span aria-hidden="true">←</span> {text.previous}
        </button>
        <button type="button" aria-keyshortcuts="j" onClick={() => onGo(at + 1)}>
          {text.next} <span aria-hidden="true">→</span>
        </button>
        <button type="button" aria-keyshortcuts="u" disabled={!canUndo} onClick={onUndo}>
          {text.undo} <kbd>U</kbd>
        </button>
        <button type="button" className="quiet" aria-keyshortcuts="?" onClick={onHelp}>
          {text.keys} <kbd>?</kbd>
        </button>
      </span>
      <p role="status">{said}</p>
    </nav>
  )
}
