import { useSyncExternalStore } from 'react'
import { changeDraft, draft } from '../plan/draft.ts'
import { type Answers, answersOf } from './answers.ts'
import { useIncoming } from './use-incoming.ts'

/** Which lists of the archive the wanted playlists would be, what was said of them, and that as an order has it. */
export function useLists(
  staged: string,
  into: string,
  wanted: readonly { readonly name: string }[],
) {
  const { answers } = useSyncExternalStore(draft.subscribe, draft.read)
  const names = new Set(wanted.map(({ name }) => name))
  const incoming = useIncoming(staged, into).filter(({ playlist }) => names.has(playlist))
  const changed = (next: Answers) => changeDraft({ answers: next })
  return { incoming, answers, changed, said: answersOf(incoming, answers) }
}
