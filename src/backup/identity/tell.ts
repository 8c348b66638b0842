import type { ListQuestion } from '../../model/lists/list-question.ts'
import type { Playlist } from '../../model/playlist.ts'
import { type Reason, reason } from '../../model/reason.ts'
import { bounds, isLikeEnough, type Likeness } from './likeness.ts'

const MAX_CANDIDATES = 5

/** `likest`: at least one. */
export function questionOf(
  { name, entries }: Playlist,
  at: number,
  likest: readonly Likeness[],
): ListQuestion {
  const [best] = likest
  return {
    at,
    playlist: name,
    entries: entries.length,
    candidates: likest
      .slice(0, MAX_CANDIDATES)
      .map(({ id, name, at, same, of }) => ({ id, name, at, same, of })),
    suggested: best && isLikeEnough(best) ? best.id : undefined,
  }
}

/** Taken for its newer version, as nobody could be asked. */
export const continuing = ({ name, at, same, of, names }: Likeness): Reason =>
  reason('backup.list-continued', { name, at, same, of, percent: bounds[names] * 100 })

/** Kept beside a list of its name, as nobody could be asked. */
export const apartFrom = ({ id, name, same, of }: Likeness): Reason =>
  reason('backup.list-apart', { id, name, same, of })
