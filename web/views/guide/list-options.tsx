import { memo, useState } from 'react'
import type { SpotifyPlaylist } from '../../../src/api/contract.ts'
import { Checkbox } from '../../parts/fields/checkbox.tsx'
import { Sentence } from '../../parts/page/sentence.tsx'
import { useText } from '../../text/text.ts'

/** Nobody looks through more at once. */
const MAX_SHOWN_AT_FIRST = 200

interface Props {
  readonly lists: readonly SpotifyPlaylist[]
  readonly chosen: ReadonlySet<string>
  readonly choose: (uris: readonly string[], isChosen: boolean) => void
}

/** One tick for each list. */
export function ListOptions({ lists, chosen, choose }: Props) {
  const text = useText().start
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? lists : lists.slice(0, MAX_SHOWN_AT_FIRST)
  return (
    <>
      <ul className="plain-list account-lists">
        {shown.map((list) => (
          <li key={list.uri}>
            <ListOption list={list} isChosen={chosen.has(list.uri)} choose={choose} />
          </li>
        ))}
      </ul>
      {shown.length < lists.length && (
        <button type="button" onClick={() => setWhole(true)}>
          {text.showAll(lists.length)}
        </button>
      )}
    </>
  )
}

const ListOption = memo(function ListOption({
  list: { uri, name, tracks },
  isChosen,
  choose,
}: {
  readonly list: SpotifyPlaylist
  readonly isChosen: boolean
  readonly choose: Props['choose']
}) {
  const text = useText().start
  return (
    <Checkbox
      label={<Sentence reason={name} />}
      hint={tracks === undefined ? undefined : text.tracks(tracks)}
      checked={isChosen}
      changed={(isTicked) => choose([uri], isTicked)}
    />
  )
})
