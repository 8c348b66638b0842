/** Lists of an archive that went to its trash together: removed, or joined with another list. */
export interface TrashedLists {
  /** Names it where it is to be had back: `2026-11-29T201530.123Z`. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly kind: 'removed' | 'merged'
  /** What they were called. */
  readonly names: readonly string[]
  /** What the list is called that they were joined with. */
  readonly into?: string
  /** Files that no other list needs, and went along. */
  readonly files: number
  readonly bytes: number
}

/** What came back of them. */
export interface BroughtBack {
  readonly names: readonly string[]
  readonly files: number
  readonly bytes: number
  /** Paths of what stays in the trash, as something newer has its place. */
  readonly left: readonly string[]
}
