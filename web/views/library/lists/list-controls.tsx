import { useId } from 'react'
import type { ArchivedPlaylist } from '../../../../src/api/contract.ts'
import { type Arrangement, type ListOrder, listOrders } from './arrange-lists.ts'
import type { Wanted } from './changes.ts'
import { useListText } from './use-list-text.ts'

interface Props {
  readonly arrangement: Arrangement
  readonly changed: (arrangement: Arrangement) => void
  readonly shown: number
  readonly all: number
  readonly selected: readonly ArchivedPlaylist[]
  readonly ask: (wanted: Wanted) => void
  readonly clear: () => void
}

/** What is searched for, in which order, and what is done with those that are selected. */
export function ListControls({ arrangement, changed, shown, all, selected, ...acts }: Props) {
  const text = useListText()
  const id = useId()
  return (
    <div className="list-controls">
      <input
        type="search"
        aria-label={text.search}
        placeholder={text.search}
        value={arrangement.search}
        onChange={({ target }) => changed({ ...arrangement, search: target.value })}
      />
      <span className="list-order">
        <label htmlFor={id}>{text.order}</label>
        <select
          id={id}
          value={arrangement.order}
          onChange={({ target }) =>
            changed({ ...arrangement, order: target.value as ListOrder, isReversed: false })
          }
        >
          {listOrders.map((order) => (
            <option key={order} value={order}>
              {text.orders[order]}
            </option>
          ))}
        </select>
        <button
          type="button"
          aria-label={text.reverse}
          aria-pressed={arrangement.isReversed}
          onClick={() => changed({ ...arrangement, isReversed: !arrangement.isReversed })}
        >
          {arrangement.isReversed ? '↑' : '↓'}
        </button>
      </span>
      <span className="soft shown" role="status">
        {shown < all && text.shown(shown, all)}
      </span>
      {selected.length > 0 && <Selected selected={selected} {...acts} />}
    </div>
  )
}

function Selected({ selected, ask, clear }: Pick<Props, 'selected' | 'ask' | 'clear'>) {
  const text = useListText()
  const folders = selected.map(({ folder }) => folder)
  const [one, other] = folders
  return (
    <div className="selected-lists">
      <span role="status">{text.selected(selected.length)}</span>
      <button type="button" onClick={() => ask({ kind: 'remove', folders })}>
        {text.remove}
      </button>
      {folders.length === 2 && one !== undefined && (
        <button type="button" onClick={() => ask({ kind: 'join', folder: one, other })}>
          {text.join}
        </button>
      )}
      <button type="button" className="quiet" onClick={clear}>
        {text.clear}
      </button>
    </div>
  )
}
