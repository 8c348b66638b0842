import { z } from 'zod'
import { ReasonValue } from './reason.ts'

const name = z.string().max(1000)

export const link = z.object({ kind: z.literal('link'), link: z.string().min(1).max(2000) })

/** The playlists that uploads and paths were read as; `name` is for people. */
export const staged = z.object({ kind: z.literal('reading'), id: z.string().max(64), name })

/**
 * What is to be read before anything runs: what was dropped, as its upload answered, links, paths of this machine, and
 * what an earlier preview has read. An upload is read once and gone then: an export holds more about its user than
 * music, and none of that may stay.
 */
export const NewInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('upload'), id: z.string().max(64), name }),
  /** A playlist's file, or a folder of them, within what the page may name. */
  z.object({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
  staged,
  link,
])
export type NewInput = z.infer<typeof NewInput>

/** A playlist as it was understood. */
export const UnderstoodList = z.object({
  name: z.string(),
  format: z.string(),
  tracks: z.int(),
  durationMs: z.number(),
  partial: z.boolean(),
  /** Why rows are left out, the commonest reason first. */
  leftOut: z.array(
    z.object({ reason: ReasonValue, count: z.int(), examples: z.array(z.string()) }),
  ),
  notes: z.array(ReasonValue),
  /** The first tracks. */
  first: z.array(z.object({ title: z.string(), artists: z.array(z.string()) })),
})
export type UnderstoodList = z.infer<typeof UnderstoodList>

/** What is read from an input before anything runs. */
export const Preview = z.object({
  /** For the order that is made of it: links stay links, all else has become a reading. */
  inputs: z.array(z.discriminatedUnion('kind', [staged, link])),
  /** What its lists were read as, to ask by which lists of an archive they are. */
  staged: z.string(),
  lists: z.array(UnderstoodList),
  /** Inputs that nothing could be read of: `at` counts those that were given, from 0. */
  refused: z.array(z.object({ at: z.int(), reason: ReasonValue, advice: ReasonValue.optional() })),
})
export type Preview = z.infer<typeof Preview>
