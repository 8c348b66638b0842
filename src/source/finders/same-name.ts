import type { Track } from '../../model/track.ts'
import { takeCreditApart } from '../../text/credit.ts'
import { takeTitleApart } from '../../text/title.ts'
import { keyOf } from '../../text/words.ts'

type Named = Pick<Track, 'title' | 'artists' | 'durationMs' | 'isrc'>

/** Lengths that one recording may have in two catalogues. */
const APART_MS = 10_000

/**
 * Whether two texts plainly name one recording: the same core title and versions, an artist in common, no
 * other length. Stricter than `match`, for what is taken over without being ranked: links and claims.
 */
export function isSameName(asked: Named, given: Named): boolean {
  if (asked.isrc !== undefined && asked.isrc === given.isrc && shareArtist(asked, given))
    return true
  const [left, right] = [takeTitleApart(asked.title), takeTitleApart(given.title)]
  const apart = Math.abs((asked.durationMs ?? 0) - (given.durationMs ?? 0))
  const bothLong = asked.durationMs !== undefined && given.durationMs !== undefined
  return (
    keyOf(left.core) === keyOf(right.core) &&
    versionsOf(left) === versionsOf(right) &&
    shareArtist(asked, given) &&
    !(bothLong && apart > APART_MS)
  )
}

/** A remaster is the same recording; a live take is not. */
const versionsOf = ({ versions }: ReturnType<typeof takeTitleApart>) =>
  versions
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'remaster')
    .toSorted()
    .join()

function shareArtist(left: Named, right: Named): boolean {
  const names = new Set(namesOf(left))
  return namesOf(right).some((name) => names.has(name))
}

const namesOf = ({ artists }: Named) =>
  artists.flatMap((credit) => {
    const { main, names } = takeCreditApart(credit)
    return [main, ...names].map(keyOf).filter((name) => name !== '')
  })
