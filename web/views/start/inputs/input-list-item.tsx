import { FaultText } from '../../../parts/page/fault-text.tsx'
import { useText } from '../../../text/text.ts'
import { removeItem } from './inputs.ts'
import { type InputItem, PASTED } from './item.ts'

interface Props {
  readonly item: InputItem
  readonly isSending: boolean
}

/** One thing that was put in: how far it has been sent, or why it is not read and what to do instead. */
export function InputListItem({ item, isSending }: Props) {
  const { start: text, format } = useText()
  const { refused } = item
  const name = item.name === PASTED ? text.pasted : item.name
  return (
    <li className={refused && 'refused'}>
      <span>
        <bdi>{name}</bdi>
        {item.kind === 'file' && <small> {format.bytes(item.file.size)}</small>}
      </span>
      {item.kind === 'file' && isSending && !refused && (
        <progress
          max={Math.max(1, item.file.size)}
          value={item.sent}
          aria-label={text.sent(name)}
        />
      )}
      <button type="button" className="quiet" onClick={() => removeItem(item.id)}>
        {text.remove}
        <span className="sr"> {name}</span>
      </button>
      {refused && (
        <div className="advice" role="alert">
          <FaultText reason={refused.reason} advice={refused.advice} />
        </div>
      )}
    </li>
  )
}
