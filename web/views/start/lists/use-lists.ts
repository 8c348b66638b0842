import { useSyncExternalStore } from 'react'
import type { BackupJobRequest, IncomingList } from '../../../../src/api/contract.ts'
import { changeDraft, draft } from '../plan/draft.ts'
import { type Answers, answersOf, keyOf, type Said } from './answers.ts'
import { useIncoming } from './use-incoming.ts'

/** Which lists of the archive the wanted playlists would be, and what was said of them. */
export interface ListState {
  readonly incoming: readonly IncomingList[]
  readonly answers: Answers
  /** What was said, as an order has it. */
  readonly said: BackupJobRequest['answers']
}

export function useLists(
  staged: string,
  into: string,
  wanted: readonly { readonly name: string }[],
): ListState {
  const { answers } = useSyncExternalStore(draft.subscribe, draft.read)
  const names = new Set(wanted.map(({ name }) => name))
  const incoming = useIncoming(staged, into).filter(({ playlist }) => names.has(playlist))
  return { incoming, answers, said: answersOf(incoming, answers) }
}

/** What the fields of one list need. */
export function fieldsOf({ answers }: ListState, list: IncomingList) {
  const said = answers.get(keyOf(list))
  const say = (more: Said) =>
    changeDraft({ answers: new Map(answers).set(keyOf(list), { ...said, ...more }) })
  return { list, said, say }
}
