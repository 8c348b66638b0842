/** Lines of an inventory that were lost, and where they come back from. */
export interface ArchiveReindexReasons {
  /** Lines taken from other records; files that are there and damaged; files that records name and that are nowhere. */
  'archive.lines-adopted': {
    readonly adopted: number
    readonly damaged: number
    readonly lost: number
  }
  'archive.records-lost': { readonly root: string }
  'archive.reindex-first': { readonly root: string }
  /** All that is known of a file was read in its tags. */
  'archive.described-by-tags': Record<never, never>
}
