import { useText } from '../../../text/text.ts'
import { keyOf } from './answers.ts'
import { NameField } from './name-field.tsx'
import { fieldsOf, type ListState } from './use-lists.ts'

/** Names of more playlists than these are changed after the backup, in the library. */
const MAX_NAMES = 50

/** What the playlists are called in the archive. */
export function NameFields(state: ListState) {
  const text = useText().start
  const { incoming } = state
  const [only] = incoming
  if (incoming.length === 1 && only)
    return (
      <div className="fields">
        <NameField {...fieldsOf(state, only)} label={text.name} />
      </div>
    )
  if (incoming.length === 0 || incoming.length > MAX_NAMES) return null
  return (
    <details>
      <summary>{text.names}</summary>
      {incoming.map((list) => (
        <NameField key={keyOf(list)} {...fieldsOf(state, list)} label={list.playlist} />
      ))}
    </details>
  )
}
