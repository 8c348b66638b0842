import type { Link } from '../model/link.ts'
import type { Field, Match } from '../model/match.ts'
import type { Outcome } from '../model/outcome.ts'
import type { TrackEntry } from '../model/playlist.ts'
import { asReason, type Reason, reason, type Told } from '../model/reason.ts'
import type { SearchResult } from './search/search-result.ts'

/** Why nothing is copied: nothing was found, nobody can tell which it is, or none of it may be copied. */
export function reportNoCopy(
  { track, position }: TrackEntry,
  result: SearchResult,
  isOnline: boolean,
): Outcome {
  const { decision, matches, candidates } = result
  const links = linksOf(result)
  const [first] = candidates
  if (decision === 'match' && first) {
    const doubtful = candidates.find(({ verdict }) => verdict.action === 'review')
    return doubtful
      ? { kind: 'review', position, track, ...doubtful, links }
      : { kind: 'refused', position, track, ...first, links }
  }
  if (decision === 'ambiguous')
    return {
      kind: 'ambiguous',
      position,
      track,
      candidates: matches,
      reason: withUnasked(result),
      links,
    }
  const [nearest] = matches
  const isWorthShowing = nearest !== undefined && isNear(nearest)
  return {
    kind: 'not-found',
    position,
    track,
    known: result.known,
    nearest: isWorthShowing ? nearest : undefined,
    reason: isWorthShowing ? withUnasked(result) : explainNothing(result, isOnline),
    links,
  }
}

/** What was found is not it, or may not be: where was it not looked for? */
function withUnasked({ reason: why, unasked = [] }: SearchResult): Told {
  if (unasked.length === 0) return why
  return reason('backup.partly-asked-too', {
    reason: asReason(why),
    places: unasked.map(({ by }) => by),
  })
}

/** Nothing was found: where was it looked for? */
function explainNothing({ unasked = [] }: SearchResult, isOnline: boolean): Reason {
  if (!isOnline) return reason('backup.nothing-near')
  if (unasked.length === 0) return reason('backup.nothing-anywhere')
  const isOfNetwork = unasked.some((each) => asReason(each.reason).code === 'network.none')
  if (isOfNetwork) return reason('backup.open-not-asked')
  return reason('backup.open-partly-asked', { places: unasked.map(({ by }) => by) })
}

/** Absent where there are none. */
export const linksOf = ({ links }: SearchResult): readonly Link[] | undefined =>
  links.length > 0 ? links : undefined

/** A miss worth showing: something of the name agrees. */
function isNear({ evidence }: Match): boolean {
  return evidence.some(({ field, weight }) => isName(field) && weight > 0)
}

const isName = (field: Field) => field === 'title' || field === 'artist' || field === 'isrc'
