import { createStore } from '../../../api/store.ts'
import type { Answers } from '../lists/answers.ts'
import type { Plan } from './request.ts'

/** What was chosen so far; it outlives the view, for whoever tries first and comes back. */
export interface Draft {
  /** Undefined until the settings have come. */
  readonly plan?: Plan
  /** Names of playlists that are not wanted. */
  readonly unwanted: ReadonlySet<string>
  /** Which lists of the archive the playlists are, and what they are called. */
  readonly answers: Answers
}

const empty: Draft = { unwanted: new Set(), answers: new Map() }

export const draft = createStore<Draft>(empty)

export function changeDraft(change: Partial<Draft>): void {
  draft.set({ ...draft.read(), ...change })
}

export function wantList(name: string, isWanted: boolean): void {
  const unwanted = new Set(draft.read().unwanted)
  if (isWanted) unwanted.delete(name)
  else unwanted.add(name)
  changeDraft({ unwanted })
}

export function dropDraft(): void {
  draft.set(empty)
}
