import type { IncomingList } from '../../../../src/api/contract.ts'
import { useText } from '../../../text/text.ts'
import { type Answers, keyOf, type Said } from './answers.ts'
import { NameField } from './name-field.tsx'
import { WhichList } from './which-list.tsx'

/** Names of more playlists than these are changed after the backup, in the library. */
const MAX_NAMES = 50

interface Props {
  /** Those that are wanted. */
  readonly incoming: readonly IncomingList[]
  readonly answers: Answers
  readonly changed: (answers: Answers) => void
}

/** Which lists of the archive the playlists are, where that is not sure, and what they are called. */
export function ListFields({ incoming, answers, changed }: Props) {
  const text = useText().start
  const say = (list: IncomingList) => (said: Said) =>
    changed(new Map(answers).set(keyOf(list), { ...answers.get(keyOf(list)), ...said }))
  const fieldsOf = (list: IncomingList) => ({
    list,
    said: answers.get(keyOf(list)),
    say: say(list),
  })
  const [only] = incoming
  return (
    <div className="list-fields">
      {incoming
        .filter(({ candidates }) => candidates.length > 0)
        .map((list) => (
          <WhichList key={keyOf(list)} {...fieldsOf(list)} />
        ))}
      {incoming.length === 1 && only && <NameField {...fieldsOf(only)} label={text.name} />}
      {incoming.length > 1 && incoming.length <= MAX_NAMES && (
        <details className="more">
          <summary>{text.names}</summary>
          {incoming.map((list) => (
            <NameField key={keyOf(list)} {...fieldsOf(list)} label={list.playlist} />
          ))}
        </details>
      )}
    </div>
  )
}
