import { useState } from 'react'
import type { PlaylistChange } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'
import { changeSigns } from './change-kinds.ts'

const MAX_SHOWN_AT_FIRST = 100

/** What has changed in a playlist, a line each. */
export function ChangeLines({ lines }: Pick<PlaylistChange, 'lines'>) {
  const [open, setOpen] = useState(false)
  const { result: text, format } = useText()
  const more = lines.length - MAX_SHOWN_AT_FIRST
  return (
    <>
      <ul className="change-lines">
        {(open ? lines : lines.slice(0, MAX_SHOWN_AT_FIRST)).map(
          ({ kind, position, text: said }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places.
            <li key={at}>
              <i aria-hidden="true">{changeSigns[kind]}</i>
              <b>{text.changes.labels[kind]}</b>
              <span>{format.count(position)}</span>
              <bdi>{said}</bdi>
            </li>
          ),
        )}
      </ul>
      {more > 0 && !open && (
        <button type="button" className="quiet" onClick={() => setOpen(true)}>
          {text.changes.more(more)}
        </button>
      )}
    </>
  )
}
