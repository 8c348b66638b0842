import { z } from 'zod'

/** Lists of an archive, by their folders. */
export const ListFolders = z.object({
  folders: z.array(z.string().min(1).max(1000)).min(1).max(5000),
})

/** What removing lists takes along. */
export const RemovalPlan = z.object({
  names: z.array(z.string()),
  files: z.int(),
  bytes: z.number(),
  /** Files of theirs that stay, as other lists need them. */
  shared: z.int(),
  /** Folders of lists whose reports cannot be read: all files stay. */
  unread: z.array(z.string()),
})
export type RemovalPlan = z.infer<typeof RemovalPlan>

/** Lists that went to the trash together: removed, or joined with another. */
export const TrashedLists = z.object({
  /** To have them back with. */
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  kind: z.enum(['removed', 'merged']),
  names: z.array(z.string()),
  /** What the list is called that they were joined with. */
  into: z.string().optional(),
  files: z.int(),
  bytes: z.number(),
})
export type TrashedLists = z.infer<typeof TrashedLists>

/** What came back from the trash. */
export const BroughtBack = z.object({
  names: z.array(z.string()),
  files: z.int(),
  bytes: z.number(),
  /** Paths of what stays in the trash, as something newer has its place. */
  left: z.array(z.string()),
})
export type BroughtBack = z.infer<typeof BroughtBack>

/** One list is joined with another, which stays; both by their folders. */
export const Merge = z.object({ from: z.string().max(1000), into: z.string().max(1000) })

export const MergedLists = TrashedLists.extend({
  /** Entries that the list did not have before, and how many it has now. */
  added: z.int(),
  entries: z.int(),
})
export type MergedLists = z.infer<typeof MergedLists>
