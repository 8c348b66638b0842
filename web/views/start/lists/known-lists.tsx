import type { IncomingList } from '../../../../src/api/contract.ts'
import { useText } from '../../../text/text.ts'
import { choiceOf, keyOf, NEW } from './answers.ts'
import { fieldsOf, type ListState } from './use-lists.ts'
import { WhichList } from './which-list.tsx'

/** More are told by their number, and by name on demand. */
const MAX_TOLD = 3

interface Props {
  readonly lists: readonly IncomingList[]
  readonly state: ListState
}

/** Playlists that the archive has already: nothing is asked. */
export function KnownLists({ lists, state }: Props) {
  const text = useText().start
  if (lists.length === 0) return null
  const told = lists.map((list) => <KnownList key={keyOf(list)} list={list} state={state} />)
  if (lists.length <= MAX_TOLD) return told
  return (
    <details>
      <summary>{text.newerVersions(lists.length)}</summary>
      {told}
    </details>
  )
}

function KnownList({ list, state }: { readonly list: IncomingList; readonly state: ListState }) {
  const text = useText().start
  const fields = fieldsOf(state, list)
  const isNew = list.candidates.length > 0 && choiceOf(list, fields.said) === NEW
  return (
    <>
      <p role="status">{isNew ? text.becomesNew(list.playlist) : text.newerVersion(list.name)}</p>
      {list.candidates.length > 0 && (
        <details>
          <summary>
            {text.notSo}
            <span className="sr"> {list.playlist}</span>
          </summary>
          <WhichList {...fields} />
        </details>
      )}
    </>
  )
}
