import { readFault } from '../../words/fault.ts'
import type { Signal, Work, WorkState } from '../queue.ts'

/** As they are read, by name: a later version may add others. */
export const COLUMNS: string =
  'id, payload, title, owner, place, state, signal, adopted, created_at, started_at, ended_at, facts, fault, seq'

/** A row of `songkeep.job` as the driver gives it: JSON is read already. */
export interface JobRow extends Record<string, unknown> {
  readonly id: string
  readonly payload: unknown
  readonly title: string
  readonly owner: string
  readonly place: string | null
  readonly state: WorkState
  readonly signal: Signal | null
  readonly adopted: boolean
  readonly created_at: Date
  readonly started_at: Date | null
  readonly ended_at: Date | null
  readonly facts: unknown
  readonly fault: unknown
  readonly seq: number
}

export const readWork = (row: JobRow): Work => ({
  id: row.id,
  payload: row.payload,
  title: row.title,
  owner: row.owner,
  state: row.state,
  adopted: row.adopted,
  createdAt: row.created_at.toISOString(),
  seq: row.seq,
  exclusiveKey: row.place ?? undefined,
  signal: row.signal ?? undefined,
  startedAt: row.started_at?.toISOString(),
  endedAt: row.ended_at?.toISOString(),
  facts: row.facts ?? undefined,
  fault: readFault(row.fault),
})

/** PostgreSQL's text takes any character but this one. */
export const cleanText = (text: string): string => text.replaceAll('\0', '\uFFFD')
