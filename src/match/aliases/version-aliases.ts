import type { ArtistNames } from '../../model/artist-names.ts'
import type { Version } from '../../model/version.ts'
import { keyOf } from '../../text/words.ts'
import type { Prepared } from '../prepare.ts'
import { areOneArtist } from './related-names.ts'

/** Both records, a remixer who is called otherwise on each side written alike. */
export function writeRemixersAlike(left: Prepared, right: Prepared): readonly [Prepared, Prepared] {
  const names = left.artistNames ?? right.artistNames
  if (names === undefined || left.versions.length === 0 || right.versions.length === 0)
    return [left, right]
  return [write(left, right, names), write(right, left, names)]
}

/** Of two names of one, the first in the alphabet is written, on either side. */
function write(own: Prepared, other: Prepared, names: ArtistNames): Prepared {
  const versions = own.versions.map((version): Version => {
    const alias = other.versions.find(
      ({ kind, detail }) =>
        kind === version.kind &&
        detail < version.detail &&
        detail !== '' &&
        areOneArtist(keyOf(detail), keyOf(version.detail), names),
    )
    return alias ? { ...version, detail: alias.detail } : version
  })
  return { ...own, versions }
}
