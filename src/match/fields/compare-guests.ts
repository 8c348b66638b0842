import { has } from '../name.ts'
import type { Prepared } from '../prepare.ts'
import type { LevelOf } from '../weights.ts'
import { countShared, isKnown } from './compare-artists.ts'

/** A guest of one side is a guest of the other, or one of several credited there. */
export function compareGuests(left: Prepared, right: Prepared): LevelOf<'guests'> {
  const isShared =
    left.featured.length > 0 && right.featured.length > 0
      ? countShared(left.featured, right.featured) > 0
      : isCredited(left, right) || isCredited(right, left)
  if (isShared) return 'shared'
  return guestsDiffer(left, right) && guestsDiffer(right, left) ? 'other-guests' : 'none'
}

/** None of this side's guests is anybody of the other side, which has guests, too. */
const guestsDiffer = ({ featured }: Prepared, other: Prepared) =>
  featured.length > 0 &&
  other.featured.length > 0 &&
  featured.every((name) => !isKnown(name, other))

const isCredited = ({ featured }: Prepared, { people }: Prepared) =>
  people.length > 1 && featured.length > 0 && people.some(({ key }) => has(featured, key))
