import { type Reason, reason } from '../../model/reason.ts'

/** Each once, in their order. */
export function distinctReasons(reasons: readonly Reason[]): readonly Reason[] {
  const known = new Map<string, Reason>()
  for (const each of reasons) {
    const key = JSON.stringify(each)
    if (!known.has(key)) known.set(key, each)
  }
  return [...known.values()]
}

/** One note of several; undefined where there is none. */
export function joinNotes(notes: readonly Reason[]): Reason | undefined {
  const [first, ...others] = distinctReasons(notes)
  return first && others.length > 0
    ? reason('playlist.notes', { notes: [first, ...others] })
    : first
}
