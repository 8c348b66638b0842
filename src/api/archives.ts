import { z } from 'zod'
import { ReasonValue } from './reason.ts'

const Checked = z.object({
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Files that are not as they were kept, or gone. */
  faults: z.int(),
})

/** An archive that this machine knows of. */
export const ArchiveInfo = z.object({
  /** Stable for its folder. */
  id: z.string(),
  dir: z.string(),
  name: z.string(),
  /** False where the folder is not there: a disk that is not plugged in. */
  present: z.boolean(),
  files: z.int(),
  bytes: z.number(),
  durationMs: z.number(),
  /** When it was last verified; absent when it never was. */
  verified: Checked.optional(),
  /** What is wrong with its own records, and what was done about it; empty where all is well. */
  troubles: z.array(ReasonValue),
})
export type ArchiveInfo = z.infer<typeof ArchiveInfo>

/** A playlist of an archive, as its last report has it. */
export const ArchivedPlaylist = z.object({
  /** The list’s, which lasts; absent where its report alone is left, and cannot be read. */
  id: z.string().optional(),
  /** Relative to the archive: names it in every address. */
  folder: z.string(),
  name: z.string(),
  uri: z.string().optional(),
  /** Entries by outcome. */
  counts: z.record(z.string(), z.int()),
  tracks: z.int(),
  /** When it was last backed up; absent where the report cannot be read. */
  at: z.string().optional(),
  stopped: z.boolean(),
  /** Its last report cannot be read, so nothing is known of its entries; a backup writes it anew. */
  isDamaged: z.boolean(),
  /** Kept files, of a different album each, whose covers may stand for it: the first that has one. */
  covers: z.array(z.string()).optional(),
  /** How it is kept, as its report has it, by the names of options; nothing of reports from before that was written down. */
  asked: z.record(z.string(), z.unknown()).optional(),
  /** Of its kept files together. */
  bytes: z.number(),
  /** The playlist can be read again without the user: by its link. */
  canSync: z.boolean(),
})
export type ArchivedPlaylist = z.infer<typeof ArchivedPlaylist>

/** One change of a playlist's history, the latest first. */
export const PlaylistChange = z.object({
  at: z.string(),
  lines: z.array(
    z.object({
      kind: z.enum(['added', 'removed', 'moved', 'changed', 'withdrawn', 'returned']),
      position: z.int(),
      text: z.string(),
    }),
  ),
})
export type PlaylistChange = z.infer<typeof PlaylistChange>

const bar = { tracks: z.int(), kept: z.int() }

/** What pictures of an archive are drawn from; of its kept files alone. */
export const ArchiveFigures = z.object({
  decades: z.array(z.object({ of: z.int(), ...bar })),
  undated: z.int(),
  artists: z.array(z.object({ of: z.string(), ...bar })),
  others: z.object({ artists: z.int(), ...bar }),
  sources: z.array(z.object({ of: z.string(), tracks: z.int() })),
})
export type ArchiveFigures = z.infer<typeof ArchiveFigures>
