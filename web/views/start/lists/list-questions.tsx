import type { IncomingList } from '../../../../src/api/contract.ts'
import { useText } from '../../../text/text.ts'
import { isCertain, keyOf } from './answers.ts'
import { KnownLists } from './known-lists.tsx'
import { fieldsOf, type ListState } from './use-lists.ts'
import { WhichList } from './which-list.tsx'

const isSure = ({ isKnown, candidates }: IncomingList) => isKnown && candidates.length === 0

/** Which lists of the archive the playlists are: told where it is certain, asked where it is not. */
export function ListQuestions(state: ListState) {
  const text = useText().start
  const { incoming } = state
  const known = incoming.filter((list) => isCertain(list) || isSure(list))
  const open = incoming.filter((list) => list.candidates.length > 0 && !known.includes(list))
  if (open.length === 0 && known.length === 0) return null
  return (
    <section className="list-fields" aria-label={text.inArchive}>
      <KnownLists lists={known} state={state} />
      {open.map((list) => (
        <WhichList key={keyOf(list)} {...fieldsOf(state, list)} />
      ))}
    </section>
  )
}
