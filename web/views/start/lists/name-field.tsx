import { useId } from 'react'
import type { IncomingList } from '../../../../src/api/contract.ts'
import { useText } from '../../../text/text.ts'
import { choiceOf, type Said } from './answers.ts'

interface Props {
  readonly label: string
  readonly list: IncomingList
  readonly said: Said | undefined
  readonly say: (said: Said) => void
}

/** Another name for a playlist; empty, it is called as the field shows. */
export function NameField({ label, list, said, say }: Props) {
  const text = useText().start
  const id = useId()
  const { candidates, playlist, name } = list
  const chosen = candidates.find((each) => each.id === choiceOf(list, said))
  const asItIs = candidates.length === 0 ? name : (chosen?.name ?? playlist)
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}hint`} className="hint">
        {text.nameHint}
      </p>
      <input
        id={id}
        value={said?.as ?? ''}
        placeholder={asItIs}
        maxLength={200}
        aria-describedby={`${id}hint`}
        onChange={({ target }) => say({ as: target.value })}
      />
    </div>
  )
}
