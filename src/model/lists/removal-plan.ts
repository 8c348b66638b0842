/** What removing some lists of an archive takes along, before it is done. */
export interface RemovalPlan {
  readonly names: readonly string[]
  /** Files that no other list needs. */
  readonly files: number
  readonly bytes: number
  /** Files of theirs that stay, as other lists need them. */
  readonly shared: number
  /** Folders of lists whose reports cannot be read: all files stay. */
  readonly unread: readonly string[]
}
