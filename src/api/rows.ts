import { z } from 'zod'
import { outcomeKinds } from '../model/outcome.ts'
import { stages } from '../model/progress.ts'
import { ReasonValue } from './reason.ts'

/**
 * What a run reports: entries, of which only the latest of each key is kept. A reader asks for what has changed
 * since the sequence number it saw last, so one that comes late or comes back misses nothing.
 */

/** Where an entry of a playlist stands: on its way, or at its end. */
export const RowState = z.enum(['waiting', ...stages, ...outcomeKinds])
export type RowState = z.infer<typeof RowState>

/** One entry of a playlist, in few words: the evidence is asked for by its key. */
export const Row = z.object({
  kind: z.literal('row'),
  /** `<list>.<position>`: `0.17`. */
  key: z.string(),
  /** Which playlist of the run, from 0. */
  list: z.int(),
  /** From 1, in the playlist's order. */
  position: z.int(),
  state: RowState,
  title: z.string(),
  artists: z.array(z.string()),
  album: z.string().optional(),
  durationMs: z.number().optional(),
  /** Why it ended so. */
  reason: ReasonValue.optional(),
  /** Of release, as the playlist has it. */
  year: z.int().optional(),
  /** Where what is kept came from: a host's name, or `library`. */
  source: z.string().optional(),
  /** Where it lies, relative to the archive. */
  file: z.string().optional(),
  /** How many places are known where it can be heard or bought. */
  links: z.int().optional(),
  /** How many recordings there are to choose from. */
  candidates: z.int().optional(),
  /** How often the user has played it. */
  plays: z.int().optional(),
  /** What the user has decided about it for good. */
  decided: z.enum(['recording', 'none']).optional(),
})
export type Row = z.infer<typeof Row>

/** One playlist of the run: what was understood of it. */
export const ListEntry = z.object({
  kind: z.literal('list'),
  /** `list.<list>`. */
  key: z.string(),
  list: z.int(),
  name: z.string(),
  format: z.string(),
  uri: z.string().optional(),
  tracks: z.int(),
  /** Rows that are no music, or could not be read. */
  leftOut: z.int(),
  notes: z.array(ReasonValue),
  /** Since it was last recorded, where it was. */
  changes: z
    .object({
      since: z.string(),
      added: z.int(),
      removed: z.int(),
      moved: z.int(),
      changed: z.int(),
      withdrawn: z.int(),
      returned: z.int(),
    })
    .optional(),
  /** Present when its report is written. */
  report: z
    .object({
      summary: ReasonValue,
      stopped: z.boolean(),
      dryRun: z.boolean(),
      tookMs: z.number(),
      bytes: z.number(),
      /** Where the report's page lies, relative to the archive; none in a dry run. */
      html: z.string().optional(),
      playlist: z.string().optional(),
      hosts: z.array(z.string()),
      refusedRequests: z.array(ReasonValue),
      unavailable: z.array(z.object({ source: z.string(), reason: ReasonValue })),
      /** Where there was no network, or none for a while: what that means for the list. */
      network: ReasonValue.optional(),
      /** What was wrong with the archive's own records. */
      archiveNotes: z.array(ReasonValue).optional(),
    })
    .optional(),
})
export type ListEntry = z.infer<typeof ListEntry>

/** What goes on beside the tracks: folders being read, lists being fetched, files being checked. */
export const Remark = z.object({
  kind: z.literal('remark'),
  key: z.string(),
  text: ReasonValue,
  done: z.number().optional(),
  total: z.number().optional(),
  /** One line each: unreadable files, damaged files. */
  lines: z.array(ReasonValue).optional(),
})
export type Remark = z.infer<typeof Remark>

export const RunEntry = z.discriminatedUnion('kind', [Row, ListEntry, Remark])
export type RunEntry = z.infer<typeof RunEntry>

/** All entries as they are now, and the number to listen from. */
export const Snapshot = z.object({ seq: z.int(), entries: z.array(RunEntry) })
export type Snapshot = z.infer<typeof Snapshot>
