import { z } from 'zod'
import { optionSchemas } from './backup-options.ts'
import { link, staged } from './inputs.ts'
import { ListAnswer } from './lists.ts'
import { ReasonValue } from './reason.ts'
import { Fault } from './settings.ts'

/** What a backup is made from: as `Preview.inputs` gives it. */
export const JobInput = z.discriminatedUnion('kind', [
  staged,
  /** Read anew whenever the job runs. */
  link,
  /** A file of this machine, named by whoever has the command line. Not accepted from the page. */
  z.object({ kind: z.literal('file'), path: z.string().max(4096) }),
])
export type JobInput = z.infer<typeof JobInput>

const folder = z.string().min(1).max(4096)

export const BackupJobRequest = z.object({
  kind: z.literal('backup'),
  inputs: z.array(JobInput).min(1).max(200),
  answers: z.array(ListAnswer).max(20_000).readonly().optional(),
  ...optionSchemas,
})
/** What a backup is asked to do, with a value for every option that has a default. */
export type BackupJobRequest = z.infer<typeof BackupJobRequest>

/** Reads every file of an archive anew and compares it with what was kept. */
export const VerifyJobRequest = z.object({ kind: z.literal('verify'), into: folder })
export type VerifyJobRequest = z.infer<typeof VerifyJobRequest>

/** Checks an archive, and has back what is missing or damaged. */
export const RepairJobRequest = z.object({
  kind: z.literal('repair'),
  into: folder,
  /** Folders that hold second copies of it. */
  from: z.array(folder).max(20).optional(),
})
export type RepairJobRequest = z.infer<typeof RepairJobRequest>

const { libraries, catalogues, jobs, publicPage, offline, dryRun } = optionSchemas

/**
 * Reads every list of an archive again that came from a link, and looks again for what was missing. Where nothing is
 * said, each list is kept as it was before.
 */
export const SyncJobRequest = z.object({
  kind: z.literal('sync'),
  into: folder,
  libraries: libraries.unwrap().optional(),
  catalogues: catalogues.unwrap().optional(),
  jobs,
  publicPage: publicPage.unwrap().optional(),
  offline: offline.unwrap().optional(),
  dryRun: dryRun.unwrap().optional(),
})
export type SyncJobRequest = z.infer<typeof SyncJobRequest>

export const JobRequest = z.discriminatedUnion('kind', [
  BackupJobRequest,
  VerifyJobRequest,
  RepairJobRequest,
  SyncJobRequest,
])
export type JobRequest = z.infer<typeof JobRequest>

/**
 * `interrupted`: its process ended without a word, and nobody takes it up by himself, as it was begun on the
 * command line. A job of the page is taken up again by the next server.
 */
export const JobState = z.enum([
  'queued',
  'running',
  'paused',
  'interrupted',
  'done',
  'failed',
  'cancelled',
])
export type JobState = z.infer<typeof JobState>

export const Job = z.object({
  id: z.string(),
  order: JobRequest,
  /** What it is called on a list: the playlists' names, or the archive's. */
  title: z.string(),
  state: JobState,
  /** What it was asked to do and has not done yet. */
  signal: z.enum(['pause', 'cancel']).optional(),
  /** Of what waits: the how many-th it is in the order in which runs are taken, from 1. */
  place: z.int().optional(),
  /**
   * The name of the account that it is done for, for an owner alone; its id where it was removed. Absent where it is
   * the machine's own.
   */
  account: z.string().optional(),
  /** True where it waits, and nobody is there who would take it, as far as that can be known. */
  noWorker: z.boolean().optional(),
  /** Where it was begun. */
  by: z.enum(['page', 'cli']),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  /** Entries of all playlists that have come to their end, and how many there are. */
  done: z.int(),
  total: z.int(),
  /** How long it may still take, where it runs and that is known. */
  remainingMs: z.number().optional(),
  /** Where it runs and only waits for its time: why, and until when (ISO 8601, UTC). Others run meanwhile. */
  resting: z.object({ until: z.string(), reason: ReasonValue }).optional(),
  /** By state, of what has come to its end. */
  counts: z.record(z.string(), z.int()),
  /** Rises with every change of its entries. */
  seq: z.int(),
  /** Why it failed. */
  fault: Fault.optional(),
  /** The archive's id, where it is known. */
  archive: z.string().optional(),
})
export type Job = z.infer<typeof Job>

/** A decision of the user's about one row; candidates are counted from 0, as the row's details list them. */
export const Decide = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('candidate'),
    candidate: z.int().min(0).max(1000),
    /** A doubt about its licence has been looked at, and it holds. */
    trusted: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('none') }),
  /** What was found by hand: `Found.search`, and which of its candidates. */
  z.object({
    kind: z.literal('found'),
    search: z.string().max(64),
    candidate: z.int().min(0).max(1000),
    trusted: z.boolean().optional(),
  }),
  /** What was decided for it before, at this time: to take a later decision back. */
  z.object({ kind: z.literal('earlier'), at: z.string().max(40) }),
])
export type Decide = z.infer<typeof Decide>
