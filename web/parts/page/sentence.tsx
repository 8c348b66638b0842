import type { SentReason, Told } from '../../../src/model/reason.ts'
import { useSay } from '../../text/use-say.ts'

/** A reason in the reader's language. Words that came from elsewhere stay as they are, in whatever language. */
export function Sentence({ reason }: { readonly reason: Told | SentReason }) {
  const say = useSay()
  return (
    <span lang={isForeign(reason) ? '' : undefined} dir="auto">
      {say(reason)}
    </span>
  )
}

const isForeign = (reason: Told | SentReason) =>
  typeof reason === 'string' || reason.code === 'text'
