import { memo, useState } from 'react'
import type { Preview } from '../../../../src/api/contract.ts'
import { Checkbox } from '../../../parts/fields/checkbox.tsx'
import { useText } from '../../../text/text.ts'
import { changeDraft, wantList } from '../plan/draft.ts'
import { Amounts, FirstTracks, LeftOut } from './list-facts.tsx'
import type { ListSelection } from './list-selection.ts'

type List = Preview['lists'][number]

/** Nobody looks through more at once; an export of decades may have thousands. */
const MAX_SHOWN_AT_FIRST = 200

interface Props {
  readonly lists: readonly List[]
  readonly unwanted: ReadonlySet<string>
  readonly chosen: ListSelection
}

/** Several playlists: which of them are wanted, and what each is. */
export function PlaylistPicker({ lists, unwanted, chosen }: Props) {
  const text = useText().start
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? lists : lists.slice(0, MAX_SHOWN_AT_FIRST)
  return (
    <fieldset>
      <legend className="sr">{text.which}</legend>
      <div className="actions">
        <p className="wanted">{text.wanted(chosen.lists.length, lists.length, chosen.tracks)}</p>
        <WantAll lists={lists} />
      </div>
      <ul className="plain-list lists">
        {shown.map((list, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stay in their order, and names may be the same
          <li key={index}>
            <PlaylistOption list={list} isWanted={!unwanted.has(list.name)} />
          </li>
        ))}
      </ul>
      {shown.length < lists.length && (
        <button type="button" onClick={() => setWhole(true)}>
          {text.showAll(lists.length)}
        </button>
      )}
    </fieldset>
  )
}

function WantAll({ lists }: Pick<Props, 'lists'>) {
  const text = useText().start
  const all = () => changeDraft({ unwanted: new Set() })
  const none = () => changeDraft({ unwanted: new Set(lists.map(({ name }) => name)) })
  return (
    <>
      <button type="button" className="quiet" onClick={all}>
        {text.all}
      </button>
      <button type="button" className="quiet" onClick={none}>
        {text.none}
      </button>
    </>
  )
}

const PlaylistOption = memo(function UnderstoodList({
  list,
  isWanted,
}: {
  readonly list: List
  readonly isWanted: boolean
}) {
  const text = useText().start
  return (
    <>
      <Checkbox
        label={<bdi>{list.name}</bdi>}
        hint={<Amounts list={list} />}
        checked={isWanted}
        changed={(wanted) => wantList(list.name, wanted)}
      />
      <div className="list-facts">
        <LeftOut list={list} />
        <details>
          <summary>
            {text.details}
            <span className="sr"> {list.name}</span>
          </summary>
          <FirstTracks list={list} />
        </details>
      </div>
    </>
  )
})
