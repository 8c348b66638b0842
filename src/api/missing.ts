import { z } from 'zod'

const MissingLink = z.object({
  kind: z.enum(['watch', 'listen', 'download', 'buy', 'homepage', 'search']),
  service: z.string(),
  url: z.string(),
})

const MissingTrack = z.object({
  /** Of its row. */
  key: z.string(),
  /** From 1, in the list's order. */
  position: z.int(),
  title: z.string(),
  artists: z.array(z.string()).readonly(),
  album: z.string().optional(),
  durationMs: z.number().optional(),
  isrc: z.string().optional(),
  /** A person has to decide about it: it need not be bought. */
  isOpen: z.boolean().optional(),
  links: z.array(MissingLink).readonly(),
})

/** What of a list is not kept, and where it may be had. */
export const MissingList = z.object({
  name: z.string(),
  /** Of the list; rows that are no music are not among them. */
  tracks: z.int(),
  missing: z.array(MissingTrack).readonly(),
})
export type MissingList = z.infer<typeof MissingList>
