import type { ArchivedFile } from '../../model/archived-file.ts'
import type { Remedy } from '../../model/preserve/remedy.ts'

/** What is known of the ways to have a file back, before any of them is tried. */
export interface KnownWays {
  readonly foundAt?: string
  /** Parity can compute its bytes. */
  readonly isComputable?: boolean
  /** A second copy is known that should have its bytes. */
  readonly hasCopy?: boolean
}

/** What can be done about a file that is missing or damaged, in the order in which it is tried. */
export function remediesFor(kept: ArchivedFile, ways: KnownWays): readonly Remedy[] {
  const { foundAt, isComputable, hasCopy } = ways
  const can: readonly (readonly [Remedy, boolean | undefined])[] = [
    ['move', foundAt !== undefined],
    ['parity', isComputable],
    ['copy', hasCopy],
    ['source', isFromSource(kept)],
    ['again', true],
  ]
  return can.filter(([, isPossible]) => isPossible).map(([remedy]) => remedy)
}

/** Byte for byte what its source has: the source's digest is the kept file's own. */
export const isFromSource = ({ how, sha256, chosen }: ArchivedFile): boolean =>
  how !== 'encoded' && chosen.sha256 === sha256
