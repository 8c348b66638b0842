import { z } from 'zod'

const Copy = z.object({
  /** An absolute folder, or `s3://bucket/prefix`. */
  target: z.string(),
  /** The server of a bucket that is not Amazon's. */
  endpoint: z.string().optional(),
  /** ISO 8601, UTC: when it was last written or checked. */
  at: z.string(),
  /** Files that were whole there, as far as is known. */
  files: z.number(),
  missing: z.number(),
  damaged: z.number(),
})

/** The copies of an archive elsewhere, as they were when they were last seen; none of the places is asked. */
export const ArchiveCopies = z.object({
  copies: z.array(Copy),
  /** Of all kept files, how many have so many copies: `[3, 10]` is three without one, ten with one. */
  filesByCopies: z.array(z.int()),
  /** Those with the fewest copies first, then those that were not seen for the longest time; a few alone. */
  worst: z.array(
    z.object({
      path: z.string(),
      copies: z.array(
        z.object({
          target: z.string(),
          /** ISO 8601, UTC: when the file was last read or written whole there. */
          seenAt: z.string(),
        }),
      ),
    }),
  ),
})
export type ArchiveCopies = z.infer<typeof ArchiveCopies>
