import { z } from 'zod'

/** A list of an archive that a playlist is like. */
const Candidate = z.object({
  id: z.string(),
  name: z.string(),
  /** When it was last kept: ISO 8601, UTC. */
  at: z.string().optional(),
  /** Entries that both have, of those of the longer one. */
  same: z.int(),
  of: z.int(),
})

/** Which list of an archive a playlist of a preview would be. */
export const IncomingList = z.object({
  /** The name that it was read under, and which of several of that name it is, from 0. */
  playlist: z.string(),
  place: z.int(),
  /** What it will be called. */
  name: z.string(),
  /** The archive holds the list already: what comes in is its newer version. */
  isKnown: z.boolean(),
  /** Lists that it may be the newer version of, the likest first: the user is asked. */
  candidates: z.array(Candidate),
  /** The candidate that is taken where nobody answers; none where a new list is begun. */
  suggested: z.string().optional(),
  /** What to answer with for a new list. */
  newId: z.string(),
})
export type IncomingList = z.infer<typeof IncomingList>

/** What was said of one playlist of an order: the id of the list that it is, and another name for it. */
export const ListAnswer = z.object({
  playlist: z.string().max(1000),
  place: z.int().min(0).max(100_000),
  list: z.string().min(1).max(2000).optional(),
  as: z.string().max(1000).optional(),
})
