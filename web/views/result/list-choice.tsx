import type { ListEntry } from '../../../src/api/contract.ts'
import { useText } from '../../text/text.ts'

interface Props {
  readonly lists: readonly ListEntry[]
  readonly chosen: number
  readonly onChoose: (list: number) => void
}

/** Which playlist of a run is looked at, where it has several. */
export function ListChoice({ lists, chosen, onChoose }: Props) {
  const text = useText().result
  return (
    <p className="list-choice">
      <label>
        {text.lists}{' '}
        <select value={chosen} onChange={({ target }) => onChoose(Number(target.value))}>
          {lists.map(({ list, name }) => (
            <option key={list} value={list}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </p>
  )
}
