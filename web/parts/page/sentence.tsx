import type { SentReason, Told } from '../../../src/model/reason.ts'
import { say } from '../../../src/words/say.ts'
import { useText } from '../../text/text.ts'

/** A reason in the reader's language. Words that came from elsewhere stay as they are, in whatever language. */
export function Sentence({ reason }: { readonly reason: Told | SentReason }) {
  const { words } = useText()
  return (
    <span lang={isForeign(reason) ? '' : undefined} dir="auto">
      {say(reason, words)}
    </span>
  )
}

const isForeign = (reason: Told | SentReason) =>
  typeof reason === 'string' || reason.code === 'text'
