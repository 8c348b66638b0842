/** Bytes of a file from `start` up to `end`, which is not among them. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * What can be done about a file, in the order in which it is tried: `move` takes its bytes from another name in the
 * archive, `parity` computes them, `copy` takes them from a second copy, `source` from where the file came from,
 * `again` makes another file of the same track, `rewrite` writes one of the archive's records anew.
 */
export const remedies = ['move', 'parity', 'copy', 'source', 'again', 'rewrite'] as const
export type Remedy = (typeof remedies)[number]
