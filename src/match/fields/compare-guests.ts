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
  const [there, back] = [hasOtherGuests(left, right), hasOtherGuests(right, left)]
  if (there && back) return 'other-guests'
  return (there && right.featured.length === 0) || (back && left.featured.length === 0)
    ? 'on-one-side'
    : 'none'
}

/** This side has guests, and none of them is anybody of the other side. */
const hasOtherGuests = ({ featured }: Prepared, other: Prepared) =>
  featured.length > 0 && featured.every((name) => !isKnown(name, other))

const isCredited = ({ featured }: Prepared, { people }: Prepared) =>
  people.length > 1 && featured.length > 0 && people.some(({ key }) => has(featured, key))
